using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How many linear regions the architecture's cell cuts a tiny input space into.
/// </summary>
internal sealed class LinearRegions : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "linear_regions",
            Title = "linear regions of the thin cell",
            Formula = "distinct activation patterns of the one-channel cell on 3,000 inputs of 1x3x3",
            Paper = Papers.TeNas,
            Reference = "VITA-Group/TENAS, linear_region_counter on the cell alone",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Noise,
            Init = InitKind.KaimingNormal,
            BatchNorm = "batch statistics",
            Layers = "inputs of the ReLUs of one thin cell",
            LabelBudget = LabelBudget.Noise,
            Version = 1,
            Cost = "three tiny forward passes",
            Notes =
                "On the whole network the count saturates at the number of samples for every architecture, "
                + "so TE-NAS too counts on a thin one; its supernet is replaced by the single cell. "
                + "Undefined for a cell without ReLU, and on NAS-Bench-101, "
                + "whose vertices share the channels out among themselves.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [ThinRegions.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var (count, lack) = evidence.Get(ThinRegions.Need);
        return count is { } regions ? Scores.Score.Of(regions) : Scores.Score.Undefined(lack!);
    }
}
