using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How near each block's backward pass is to keeping the size of random signs.
/// </summary>
internal sealed class AzTrainability : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "az_trainability",
            Title = "preservation of random gradients (AZ-NAS)",
            Formula =
                "mean over blocks of 2 − σ − 1/(σ + 10⁻⁶), "
                + "σ = largest singular value of g_inᵀ g_out / (N H W)",
            Paper = Papers.AzNas,
            Reference = "cvlab-yonsei/AZ-NAS, trainability",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Noise,
            Init = InitKind.KaimingNormal,
            BatchNorm = "batch statistics",
            Layers = "inputs and outputs of the stages",
            LabelBudget = LabelBudget.Noise,
            Version = 1,
            Cost = "one forward pass and one backward pass in pieces",
            Notes =
                "Undefined for a cell that is exactly one skip path (the reference returns minus infinity). "
                + "About −10⁶ when no gradient passes a block.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [StageAlignment.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var blocks = evidence.Get(StageAlignment.Need).Blocks;
        return blocks.Count == 0 ? Scores.Score.Undefined(StageEntropy.Few)
            : blocks.Any(block => block.IsIdentity)
                ? Scores.Score.Undefined("a block passes gradients on unchanged")
            : blocks.Any(block => block.IsUneven)
                ? Scores.Score.Undefined("the sides of a block's output do not divide those of its input")
            : Scores.Score.Of(
                blocks.Average(block =>
                    2 - block.LargestSingularValue - 1 / (block.LargestSingularValue + 1e-6)
                )
            );
    }
}
