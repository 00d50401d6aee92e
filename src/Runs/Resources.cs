using TorchSharp;
using ZcBench.Benchmarks;
using ZcBench.Proxies.Probe;

namespace ZcBench.Runs;

/// <summary>What scoring may take of the machine. Only last digits of scores can depend on it.</summary>
/// <param name="Workers">Architectures scored at once; null for the number of cores, 1 on a GPU.</param>
/// <param name="Threads">Threads of the tensor library inside each worker.</param>
/// <param name="Memory">
/// Bytes that tensors may take; null for half of the free memory, and for no bound on a GPU.
/// </param>
public sealed record Resources(int? Workers = null, int Threads = 1, long? Memory = null)
{
    /// <summary>Refuses numbers out of range.</summary>
    /// <exception cref="UserError">One is.</exception>
    public void Check()
    {
        Limits.Workers(Workers ?? 1);
        Limits.Threads(Threads);
    }

    /// <summary>The settings of a scorer on the device of the probe.</summary>
    public ScoringSettings For(ProbeSettings probe) => For(probe, probe.Placement.Device.type);

    internal ScoringSettings For(ProbeSettings probe, DeviceType device)
    {
        var isCpu = device == DeviceType.CPU;
        return new(
            probe,
            Workers ?? (isCpu ? Environment.ProcessorCount : 1),
            Threads,
            Memory ?? (isCpu ? MemorySize.HalfOfFree() : 0)
        );
    }
}
