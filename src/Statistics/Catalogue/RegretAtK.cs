using System.Globalization;

namespace ZcBench.Statistics.Catalogue;

/// <summary>
/// What is lost by training only the k architectures of highest score; lower is better.
/// </summary>
/// <param name="k">How many architectures are trained.</param>
public sealed class RegretAtK(int k) : IScaled
{
    /// <summary>The regret of 10.</summary>
    public RegretAtK()
        : this(10) { }

    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"regret_at_{k}"),
            Title = string.Create(CultureInfo.InvariantCulture, $"regret of the first {k}"),
            Definition = string.Create(
                CultureInfo.InvariantCulture,
                $"max a − E max aᵢ over the k = {k} highest sᵢ"
            ),
            Bounds = Bounds.Percent,
            Unit = "percentage points",
            EdgeCases = "ties as in best_accuracy_at_k; undefined for k > n",
            Source = "Ying et al., NAS-Bench-101, ICML 2019",
        };

    /// <inheritdoc/>
    public IStatistic For(int count) => new RegretAtK(Math.Clamp(count, 1, 10));

    /// <inheritdoc/>
    public Estimate Compute(Sample sample) => TopChoice.Regret(sample, k);
}
