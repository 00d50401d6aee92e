using System.Globalization;

namespace ZcBench.Statistics.Catalogue;

/// <summary>
/// Highest accuracy among the k architectures of highest score: what a search finds that trains only those k.
/// </summary>
/// <param name="k">How many architectures are trained.</param>
public sealed class BestAccuracyAtK(int k) : IScaled
{
    /// <summary>The best of 10.</summary>
    public BestAccuracyAtK()
        : this(10) { }

    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"best_accuracy_at_{k}"),
            Title = string.Create(CultureInfo.InvariantCulture, $"best accuracy of the first {k}"),
            Definition = string.Create(CultureInfo.InvariantCulture, $"E max aᵢ over the k = {k} highest sᵢ"),
            Bounds = Bounds.Percent,
            Unit = "percent",
            EdgeCases =
                "where k cuts a tie group, the exact expectation over a uniformly random order of the group: "
                + "Σⱼ max(M, aⱼ) C(t − j, m − 1) / C(t, m), M the best above the group, "
                + "m places for its t members a₁ ≥ ... ≥ aₜ; a constant score is random search; "
                + "undefined for k > n",
            Source = "Dong and Yang, NAS-Bench-201, ICLR 2020",
        };

    /// <inheritdoc/>
    public IStatistic For(int count) => new BestAccuracyAtK(Math.Clamp(count, 1, 10));

    /// <inheritdoc/>
    public Estimate Compute(Sample sample) => TopChoice.Accuracy(sample, k);
}
