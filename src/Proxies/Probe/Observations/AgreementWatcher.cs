using System.Runtime.InteropServices;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Builds the agreement kernel while the forward pass runs: on the CPU from packed sign bits, on a GPU from
/// one product of ±1 matrices a ReLU, (units − S Sᵀ)/2 with S = ±1, which single precision holds exactly
/// below 2²⁴ units.
/// </summary>
internal sealed class AgreementWatcher : IForwardObserver
{
    private readonly SignCodes _codes = new();

    public AgreementWatcher(Blueprint blueprint, int samples)
    {
        Kernel = new(samples);
        foreach (var (step, relu) in Relus(blueprint).Where(item => item.Step.IsZero))
        {
            Kernel.AddAgreeing(step.Output.Elements * relu.Readings);
        }
    }

    /// <summary>The kernel of what was seen so far.</summary>
    public AgreementKernel Kernel { get; }

    public void Computed(Step step, IReadOnlyList<Tensor> inputs, Tensor value)
    {
        if (step.Operation is not Relu relu)
        {
            return;
        }

        // x > 0 and max(x, 0) > 0 agree, so the output serves as well as the input.
        using var rows = Rows.SampleMajor(value);
        if (rows.device.type != DeviceType.CPU)
        {
            AddOnDevice(rows, relu.Readings);
            return;
        }

        Rows.Pack(rows, Kernel.Samples, _codes);
        Kernel.Add(_codes, relu.Readings);
    }

    private static IEnumerable<(Step Step, Relu Relu)> Relus(Blueprint blueprint) =>
        blueprint.Steps.Where(step => step.Operation is Relu).Select(step => (step, (Relu)step.Operation));

    private void AddOnDevice(Tensor rows, int times)
    {
        using var scope = torch.NewDisposeScope();
        var units = rows.numel() / Kernel.Samples;
        var signs = rows.reshape(Kernel.Samples, units).gt(0).to(torch.float32).mul(2).sub(1);
        var products = signs.matmul(signs.t()).to(torch.int64).cpu();
        var distances = products.neg().add(units).div(2).to(torch.int64);
        Kernel.Add(MemoryMarshal.Cast<byte, long>(distances.bytes), units, times);
    }
}
