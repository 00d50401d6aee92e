namespace ZcBench.Statistics;

/// <summary>
/// Architectures that compute the same function as another one, and what their twins' accuracies predict for
/// them.
/// </summary>
public sealed class TwinSample
{
    /// <summary>Pairs every architecture that has a twin with the mean accuracy of its twins.</summary>
    /// <param name="accuracyPercent">Trained accuracies.</param>
    /// <param name="functions">What each architecture computes; null leaves it out.</param>
    public TwinSample(IReadOnlyList<double> accuracyPercent, IReadOnlyList<string?> functions)
    {
        var classes = functions
            .Index()
            .Where(item => item.Item is not null)
            .GroupBy(item => item.Item!, item => item.Index, StringComparer.Ordinal)
            .Select(group => group.ToArray())
            .ToList();
        Functions = classes.Count;
        var (truth, twins) = (new List<double>(), new List<double>());
        foreach (var rows in classes.Where(rows => rows.Length > 1))
        {
            var sum = rows.Sum(row => accuracyPercent[row]);
            var mean = sum / rows.Length;
            foreach (var accuracy in rows.Select(row => accuracyPercent[row]))
            {
                truth.Add(accuracy);
                twins.Add((sum - accuracy) / (rows.Length - 1));
                SquaredDeviations += (accuracy - mean) * (accuracy - mean);
            }

            FreeDeviations += rows.Length - 1;
        }

        LeaveOneOut = new(twins.ToArray(), truth.ToArray());
    }

    /// <summary>How many different functions there are.</summary>
    public int Functions { get; }

    /// <summary>
    /// Mean accuracy of the twins as the score, the architecture's own accuracy as the truth.
    /// </summary>
    public Sample LeaveOneOut { get; }

    /// <summary>Σ (aᵢ − mean of its class)² over the architectures with a twin.</summary>
    internal double SquaredDeviations { get; }

    /// <summary>Σ (m − 1) over the classes of m ≥ 2.</summary>
    internal int FreeDeviations { get; }
}
