namespace ZcBench.Statistics;

/// <summary>
/// Architectures that compute the same function as another one, and what the accuracies of those others
/// predict for them.
/// </summary>
public sealed class EqualFunctionSample
{
    /// <summary>
    /// Pairs every architecture that shares its function with the mean accuracy of the others.
    /// </summary>
    /// <param name="accuracyPercent">Trained accuracies.</param>
    /// <param name="functions">What each architecture computes; null leaves it out.</param>
    public EqualFunctionSample(IReadOnlyList<double> accuracyPercent, IReadOnlyList<string?> functions)
    {
        var classes = functions
            .Index()
            .Where(item => item.Item is not null)
            .GroupBy(item => item.Item!, item => item.Index, StringComparer.Ordinal)
            .Select(group => group.ToArray())
            .ToList();
        Functions = classes.Count;
        var (truth, others) = (new List<double>(), new List<double>());
        foreach (var rows in classes.Where(rows => rows.Length > 1))
        {
            var sum = rows.Sum(row => accuracyPercent[row]);
            var mean = sum / rows.Length;
            foreach (var accuracy in rows.Select(row => accuracyPercent[row]))
            {
                truth.Add(accuracy);
                others.Add((sum - accuracy) / (rows.Length - 1));
                SquaredDeviations += (accuracy - mean) * (accuracy - mean);
            }

            FreeDeviations += rows.Length - 1;
        }

        LeaveOneOut = new(others.ToArray(), truth.ToArray());
    }

    /// <summary>How many different functions there are.</summary>
    public int Functions { get; }

    /// <summary>
    /// Mean accuracy of the others of its function as the score, the architecture's own accuracy as the
    /// truth.
    /// </summary>
    public Sample LeaveOneOut { get; }

    /// <summary>Σ (aᵢ − mean of its class)² over the architectures that share their function.</summary>
    internal double SquaredDeviations { get; }

    /// <summary>Σ (m − 1) over the classes of m ≥ 2.</summary>
    internal int FreeDeviations { get; }
}
