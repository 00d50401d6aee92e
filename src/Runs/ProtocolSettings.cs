using ZcBench.Benchmarks;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>What a protocol says, turned into what the passes need.</summary>
internal static class ProtocolSettings
{
    /// <summary>The settings under which scores of that protocol are measured; loads libtorch.</summary>
    /// <param name="protocol">Dataset, minibatch, seeds, initialisation, precision and device.</param>
    /// <param name="input">The input that the protocol names.</param>
    /// <exception cref="UserError">A name is unknown, or libtorch or the device cannot be used.</exception>
    public static ProbeSettings Of(Protocol protocol, InputSource input)
    {
        var task = ImageTask.Named(protocol.Dataset);
        var init = Initialisation.Named(protocol.Init);
        var placement = Placement.Named(protocol.DeviceName, protocol.DType);
        var (first, second) = input.Batches(task, protocol.Batch, protocol.InputSeed);
        return new(task, first, second, protocol.Seed, placement, input.IsNoise, init)
        {
            InputSeed = protocol.InputSeed,
        };
    }
}
