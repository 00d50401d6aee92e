using System.Globalization;

namespace ZcBench.Statistics;

/// <summary>What one gets from the k architectures of highest score.</summary>
internal static class TopChoice
{
    public static string? TooLarge(int k, Sample sample) =>
        k <= sample.Count
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{k} are asked of {sample.Count} architectures");

    /// <summary>
    /// Expected highest accuracy among the k best by score. Where k cuts a tie group of t, m of its members
    /// are drawn without replacement: with a₁ ≥ ... ≥ aₜ their accuracies and M the highest accuracy above
    /// the group, Σⱼ max(M, aⱼ) · C(t − j, m − 1) / C(t, m).
    /// </summary>
    public static Estimate Accuracy(Sample sample, int k)
    {
        if (TooLarge(k, sample) is string reason)
        {
            return Estimate.Undefined(reason);
        }

        var top = sample.ScoreRanks.Top(k);
        var certain = double.NegativeInfinity;
        foreach (var item in top.CertainItems)
        {
            certain = Math.Max(certain, sample.Truth[item]);
        }

        var tied = Descending(sample.Truth, top.BoundaryItems);
        var (expected, probability) = (0.0, (double)top.Places / tied.Length);
        for (var j = 1; j <= tied.Length - top.Places + 1; j++)
        {
            expected += probability * Math.Max(certain, tied[j - 1]);
            probability *= (tied.Length - j - top.Places + 1.0) / (tied.Length - j);
        }

        return Estimate.Of(expected);
    }

    /// <summary>Highest accuracy of all less <see cref="Accuracy"/>.</summary>
    public static Estimate Regret(Sample sample, int k) =>
        Accuracy(sample, k) is { Value: double accuracy }
            ? Estimate.Of(Math.Max(0, sample.Truth[sample.TruthRanks.Order[^1]] - accuracy))
            : Accuracy(sample, k);

    private static double[] Descending(ReadOnlySpan<double> truth, ReadOnlySpan<int> items)
    {
        var accuracies = new double[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            accuracies[i] = truth[items[i]];
        }

        Array.Sort(accuracies);
        Array.Reverse(accuracies);
        return accuracies;
    }
}
