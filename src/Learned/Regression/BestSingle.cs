using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Learned.Regression;

/// <summary>
/// The one feature whose Kendall's τ-b with the accuracies it learns from is largest in size, with the sign
/// of that τ-b: what choosing a proxy by some accuracies is worth.
/// </summary>
public sealed class BestSingle : IRegressor
{
    /// <inheritdoc/>
    public string Id => "best single";

    /// <inheritdoc/>
    public double[] Predict(
        IReadOnlyList<double[]> features,
        IReadOnlyList<double> accuracies,
        IReadOnlyList<double[]> asked,
        int seed
    )
    {
        var truth = Ranks.Of([.. accuracies]);
        var (column, sign) = Enumerable
            .Range(0, features[0].Length)
            .Select(column => (Column: column, Tau: Tau(features, column, truth)))
            .OrderByDescending(item => Math.Abs(item.Tau))
            .ThenBy(item => item.Column)
            .Select(item => (item.Column, item.Tau < 0 ? -1 : 1))
            .First();
        return [.. asked.Select(row => sign * row[column])];
    }

    private static double Tau(IReadOnlyList<double[]> features, int column, Ranks truth) =>
        KendallTauB.Of(Ranks.Of([.. features.Select(row => row[column])]), truth).Value ?? 0;
}
