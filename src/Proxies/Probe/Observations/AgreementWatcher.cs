using System.Runtime.InteropServices;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// Builds the agreement kernel while the forward pass runs: on the CPU from packed sign bits, on a GPU from one
/// product of ±1 matrices a ReLU, (units − S Sᵀ)/2 with S = ±1, which single precision holds exactly below 2²⁴ units.
/// </summary>
internal sealed class AgreementCollector : ICollector
{
    private readonly AgreementKernel _kernel;
    private readonly SignCodes _codes = new();

    public AgreementCollector(Blueprint blueprint, int samples)
    {
        _kernel = new(samples);
        foreach (var (step, relu) in Relus(blueprint).Where(item => item.Step.IsZero))
        {
            _kernel.AddAgreeing(step.Output.Elements * relu.Readings);
        }
    }

    public IEnumerable<int> Roots(Blueprint blueprint) =>
        Relus(blueprint).SelectMany(item => item.Step.Inputs.Append(item.Step.Index));

    public void Computed(Step step, IReadOnlyList<Tensor> inputs, Tensor value)
    {
        if (step.Operation is not Relu relu)
        {
            return;
        }

        // x > 0 and max(x, 0) > 0 agree, so the output serves as well as the input.
        using var rows = SampleMajor(value);
        if (rows.device.type != DeviceType.CPU)
        {
            AddOnDevice(rows, relu.Readings);
            return;
        }

        if (rows.dtype == torch.float64)
        {
            _codes.Pack(MemoryMarshal.Cast<byte, double>(rows.bytes), _kernel.Samples);
        }
        else
        {
            _codes.Pack(MemoryMarshal.Cast<byte, float>(rows.bytes), _kernel.Samples);
        }

        _kernel.Add(_codes, relu.Readings);
    }

    public void Deliver(Evidence evidence) => evidence.Set(Needs.Agreement, _kernel);

    private static IEnumerable<(Step Step, Relu Relu)> Relus(Blueprint blueprint) =>
        blueprint.Steps.Where(step => step.Operation is Relu).Select(step => (step, (Relu)step.Operation));

    // The order of units within a sample is free, so a channels-last value is read as it lies in memory.
    private static Tensor SampleMajor(Tensor value)
    {
        using var detached = value.detach();
        using var moved = detached.permute(0, 2, 3, 1);
        return moved.contiguous();
    }

    private void AddOnDevice(Tensor rows, int times)
    {
        using var scope = torch.NewDisposeScope();
        var units = rows.numel() / _kernel.Samples;
        var signs = rows.reshape(_kernel.Samples, units).gt(0).to(torch.float32).mul(2).sub(1);
        var products = signs.matmul(signs.t()).to(torch.int64).cpu();
        var distances = products.neg().add(units).div(2).to(torch.int64);
        _kernel.Add(MemoryMarshal.Cast<byte, long>(distances.bytes), units, times);
    }
}
