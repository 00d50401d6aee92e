namespace ZcBench.Benchmarks.NasBenchMacro;

/// <summary>A place for a layer in the skeleton.</summary>
/// <param name="Stage">Number of its stage, from 0.</param>
/// <param name="In">Channels that enter it.</param>
/// <param name="Out">Channels that leave it.</param>
/// <param name="Stride">2 at a stage's first layer, else 1.</param>
internal sealed record LayerPlace(int Stage, int In, int Out, int Stride)
{
    private const int StemChannels = 32;

    /// <summary>Layers of each stage; a stage has twice the channels of the one before.</summary>
    private static readonly int[] Stages = [2, 3, 3];

    /// <summary>The eight places in order.</summary>
    public static IReadOnlyList<LayerPlace> All { get; } =
    [
        .. Stages.SelectMany(
            (layers, stage) =>
                Enumerable
                    .Range(0, layers)
                    .Select(layer =>
                        layer == 0
                            ? new LayerPlace(stage, StemChannels << stage, StemChannels << (stage + 1), 2)
                            : new LayerPlace(
                                stage,
                                StemChannels << (stage + 1),
                                StemChannels << (stage + 1),
                                1
                            )
                    )
        ),
    ];
}
