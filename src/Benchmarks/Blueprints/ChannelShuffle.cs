namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// The channels in another order: those of Groups equal parts are dealt out in turn, so that channel
/// g · (C / Groups) + i becomes channel i · Groups + g (ShuffleNet).
/// </summary>
/// <param name="Groups">How many parts.</param>
internal sealed record ChannelShuffle(int Groups) : IOperation;
