using System.Globalization;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Activation patterns, weighted by how near the network is to a wanted size.</summary>
internal sealed class RegSwap : IProxyFamily
{
    private const char Separator = '_';

    private static readonly ProxyInfo Card = new()
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
            + "ours put one million parameters in the middle, and reg_swap_500_100000 takes others. "
            + "μ and σ say which size is wanted, so most of the ranking is theirs. "
            + "Far from μ the factor falls below the smallest number, and the score is 0: a tie. "
            + "Beside that what holds for swap. "
            + "Undefined when the logits do not depend on the images.",
    };

    private readonly double _size;
    private readonly double _spread;

    /// <summary>μ, in thousands of parameters.</summary>
    public const double UsualSize = 1_000;

    /// <summary>σ, in squared thousands of parameters.</summary>
    public const double UsualSpread = 250_000;

    /// <summary>With the usual μ and σ.</summary>
    public RegSwap()
        : this(UsualSize, UsualSpread) => Info = Card;

    private RegSwap(double size, double spread)
    {
        (_size, _spread) = (size, spread);
        Info = Card with
        {
            Id = string.Create(
                CultureInfo.InvariantCulture,
                $"{Card.Id}{Separator}{size}{Separator}{spread}"
            ),
            Title = string.Create(CultureInfo.InvariantCulture, $"{Card.Title}, μ = {size}, σ = {spread}"),
            Formula = string.Create(
                CultureInfo.InvariantCulture,
                $"swap · exp(−(P − μ)² / σ), P = parameters / 1000, μ = {size}, σ = {spread}"
            ),
        };
    }

    /// <inheritdoc/>
    public ProxyInfo Info { get; }

    /// <inheritdoc/>
    public string Pattern => "reg_swap_MU_SIGMA, both above 0";

    /// <inheritdoc/>
    public IProxy? Variant(string name) =>
        name.Split(Separator) is [var size, var spread]
        && Number(size) is { } ownSize
        && Number(spread) is { } ownSpread
            ? new RegSwap(ownSize, ownSpread)
            : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number > 0
            ? number
            : null;

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
            ? Scores.Score.Of(patterns.Value * Factor(network.Parameters / 1000.0, _size, _spread))
            : patterns;
    }

    /// <summary>exp(−(P − μ)² / σ).</summary>
    /// <param name="parameters">P, in thousands.</param>
    /// <param name="size">μ, in thousands.</param>
    /// <param name="spread">σ, in squared thousands.</param>
    public static double Factor(double parameters, double size, double spread) =>
        Math.Exp(-(parameters - size) * (parameters - size) / spread);
}
