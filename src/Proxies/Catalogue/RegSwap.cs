using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Activation patterns, weighted by how near the network is to a wanted size.</summary>
public sealed class RegSwap : IProxy
{
    /// <summary>μ, in thousands of parameters.</summary>
    public const double UsualSize = 1_000;

    /// <summary>σ, in squared thousands of parameters.</summary>
    public const double UsualSpread = 250_000;

    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "reg_swap",
            Title = "sample-wise activation patterns near a size (SWAP, regularised)",
            Formula = "swap · exp(−(P − μ)² / σ), P = parameters / 1000, μ = 1000, σ = 250000",
            Paper = Papers.Swap,
            Reference = "pym1024/SWAP, swap with regularisation; μ and σ ours",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.StandardNormal,
            BatchNorm = "batch statistics",
            Layers = "inputs of the ReLUs",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "one forward pass (shared with swap)",
            Notes =
                "Parameters are in thousands, μ too, and σ in their squares. "
                + "No μ and σ are published for these spaces; "
                + "ours put one million parameters in the middle. "
                + "μ and σ say which size is wanted, so most of the ranking is theirs. "
                + "Far from μ the factor falls below the smallest number, and the score is 0: a tie. "
                + "Beside that what holds for swap. "
                + "Undefined when the logits do not depend on the images.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [ActivationPatterns.Need, Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var network = evidence.Get(Structure.Need);
        if (DeadNetwork.ReasonOf(network) is { } reason)
        {
            return Scores.Score.Undefined(reason);
        }

        var patterns = Swap.Of(evidence.Get(ActivationPatterns.Need));
        return patterns.IsDefined
            ? Scores.Score.Of(patterns.Value * Factor(network.Parameters / 1000.0, UsualSize, UsualSpread))
            : patterns;
    }

    /// <summary>exp(−(P − μ)² / σ).</summary>
    /// <param name="parameters">P, in thousands.</param>
    /// <param name="size">μ, in thousands.</param>
    /// <param name="spread">σ, in squared thousands.</param>
    public static double Factor(double parameters, double size, double spread) =>
        Math.Exp(-(parameters - size) * (parameters - size) / spread);
}
