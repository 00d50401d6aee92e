using System.Runtime.InteropServices;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Distances between activation codes by products of ±1 matrices, (units − S Sᵀ)/2 with S = ±1, which single
/// precision holds exactly below 2²⁴ units: all slots of a ReLU at once. They stay on the device until the
/// pass is over.
/// </summary>
internal sealed class AgreementOnDevice
{
    private readonly Tensor _distances;
    private readonly long[] _units;
    private readonly int _samples;

    /// <summary>Nothing seen yet of so many networks.</summary>
    public AgreementOnDevice(int members, int samples, torch.Device device)
    {
        _samples = samples;
        _units = new long[members];
        _distances = torch.zeros([members, samples, samples], dtype: torch.float64, device: device);
    }

    /// <summary>Adds a ReLU's value, [N, G·C, H, W], as often as its readings say.</summary>
    public void Add(GroupedStep step, Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var units = step.Output.Elements;
        var rows = value.reshape(_samples, step.Slots.Length, units).transpose(0, 1);
        var signs = rows.gt(Scalars.Of(0)).to(torch.float32).mul(Scalars.Of(2)).sub(Scalars.Of(1));
        var differing = signs
            .bmm(signs.transpose(1, 2))
            .neg()
            .add(Scalars.Of(units), Scalars.Of(1))
            .to(torch.float64);
        double[] readings = [.. step.Slots.Select(slot => (double)Readings(slot))];
        long[] members = [.. step.Slots.Select(slot => (long)slot.Member)];
        var weights = torch.tensor(readings, device: value.device).div(Scalars.Of(2)).reshape(-1, 1, 1);
        _distances.index_add_(
            0,
            torch.tensor(members, device: value.device),
            differing.mul(weights),
            Scalars.Of(1)
        );
        foreach (var slot in step.Slots)
        {
            _units[slot.Member] += units * Readings(slot);
        }
    }

    /// <summary>Adds what was seen to the kernels of the networks, in one transfer.</summary>
    public void AddTo(IReadOnlyList<AgreementKernel> kernels)
    {
        using var scope = torch.NewDisposeScope();
        var distances = _distances.cpu().to(torch.int64);
        foreach (var (member, kernel) in kernels.Index())
        {
            var own = distances.select(0, member).contiguous();
            kernel.Add(MemoryMarshal.Cast<byte, long>(own.bytes), _units[member], times: 1);
        }
    }

    private static int Readings(Slot slot) => ((Relu)slot.Step.Operation).Readings;
}
