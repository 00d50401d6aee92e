using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Builds the agreement kernels while the forward pass runs: on the CPU from packed sign bits, on a GPU by
/// <see cref="AgreementOnDevice"/>.
/// </summary>
public sealed class ActivationAgreement : IWatcher<AgreementKernel>
{
    private readonly SignCodes _codes = new();
    private readonly AgreementKernel[] _kernels;
    private readonly int _samples;
    private AgreementOnDevice? _onDevice;

    internal ActivationAgreement(Session session)
    {
        _samples = session.Samples;
        _kernels = [.. session.Blueprints.Select(_ => new AgreementKernel(_samples))];
        foreach (var (kernel, blueprint) in _kernels.Zip(session.Blueprints))
        {
            foreach (var step in blueprint.Steps.Where(step => step.IsZero))
            {
                if (step.Operation is Relu relu)
                {
                    kernel.AddAgreeing(step.Output.Elements * relu.Readings);
                }
            }
        }
    }

    /// <summary>Agreement of the samples' activation codes over all ReLUs, dead branches included.</summary>
    public static Need<AgreementKernel> Need { get; } =
        new(
            "agreement",
            "Hamming distances of activation codes, read during the forward pass",
            watch: session => new ActivationAgreement(session)
        )
        {
            Selects = StepSelection.Everything,
        };

    /// <inheritdoc/>
    public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
    {
        if (step.Operation is not Relu)
        {
            return;
        }

        // x > 0 and max(x, 0) > 0 agree, so the output serves as well as the input.
        if (value.device.type != DeviceType.CPU)
        {
            _onDevice ??= new(_kernels.Length, _samples, value.device);
            _onDevice.Add(step, value);
            return;
        }

        foreach (var (position, slot) in step.Slots.Index())
        {
            using var scope = torch.NewDisposeScope();
            Rows.Pack(Rows.SampleMajor(step.Part(value, position)), _samples, _codes);
            _kernels[slot.Member].Add(_codes, ((Relu)slot.Step.Operation).Readings);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<AgreementKernel> Seen()
    {
        _onDevice?.AddTo(_kernels);
        _onDevice = null;
        return _kernels;
    }
}
