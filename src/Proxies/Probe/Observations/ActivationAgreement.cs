using System.Runtime.InteropServices;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Builds the agreement kernels while the forward pass runs: on the CPU from packed sign bits, on a GPU from
/// products of ±1 matrices, (units − S Sᵀ)/2 with S = ±1, which single precision holds exactly below 2²⁴
/// units; they stay on the device until the pass is over.
/// </summary>
public sealed class ActivationAgreement : IWatcher<AgreementKernel>
{
    private readonly SignCodes _codes = new();
    private readonly AgreementKernel[] _kernels;
    private readonly int _samples;
    private Tensor? _distances;

    private ActivationAgreement(Session session)
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
            AddOnDevice(step, value);
            return;
        }

        foreach (var (position, slot) in step.Slots.Index())
        {
            using var scope = torch.NewDisposeScope();
            Rows.Pack(Rows.SampleMajor(step.Part(value, position)), _samples, _codes);
            _kernels[slot.Member].Add(_codes, ((Relu)slot.Step.Operation).Readings);
        }
    }

    IReadOnlyList<AgreementKernel> IWatcher<AgreementKernel>.Seen()
    {
        if (_distances is not null)
        {
            using var scope = torch.NewDisposeScope();
            var distances = _distances.cpu().to(torch.int64);
            foreach (var (member, kernel) in _kernels.Index())
            {
                kernel.Add(
                    MemoryMarshal.Cast<byte, long>(distances.select(0, member).bytes),
                    units: 0,
                    times: 1
                );
            }

            _distances = null;
        }

        return _kernels;
    }

    private void AddOnDevice(GroupedStep step, Tensor value)
    {
        _distances ??= torch.zeros(
            [_kernels.Length, _samples, _samples],
            dtype: torch.float64,
            device: value.device
        );
        using var scope = torch.NewDisposeScope();
        var slots = step.Slots.Length;
        var units = step.Output.Elements;
        var signs = value
            .detach()
            .reshape(_samples, slots, units)
            .transpose(0, 1)
            .gt(0)
            .to(torch.float32)
            .mul(2)
            .sub(1);
        var readings = step.Slots.Select(slot => (double)((Relu)slot.Step.Operation).Readings).ToArray();
        foreach (var (slot, times) in step.Slots.Zip(readings))
        {
            _kernels[slot.Member].AddAgreeing(units * (long)times);
        }

        var distances = signs.bmm(signs.transpose(1, 2)).neg().add(units).to(torch.float64);
        var weighted = distances.mul(torch.tensor(readings, device: value.device).div(2).reshape(-1, 1, 1));
        var members = torch.tensor([.. step.Slots.Select(slot => (long)slot.Member)], device: value.device);
        _distances.index_add_(0, members, weighted, 1);
    }
}
