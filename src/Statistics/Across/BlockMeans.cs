namespace ZcBench.Statistics.Across;

/// <summary>Numbers of methods on the tasks of spaces, brought to blocks.</summary>
internal static class BlockMeans
{
    /// <summary>One row a block: x̄ₛ = Σ_t xₛₜ / Tₛ for each space s, or xₛₜ itself for each task.</summary>
    /// <param name="spaces">For each space the rows of its tasks, one number a method.</param>
    /// <param name="unit">What a block is.</param>
    public static IReadOnlyList<double[]> Of(IEnumerable<IReadOnlyList<double[]>> spaces, BlockUnit unit) =>
        unit == BlockUnit.Spaces ? [.. spaces.Select(Mean)] : [.. spaces.SelectMany(tasks => tasks)];

    /// <summary>The mean of some rows, number by number.</summary>
    public static double[] Mean(IReadOnlyList<double[]> rows)
    {
        var mean = new double[rows[0].Length];
        for (var i = 0; i < mean.Length; i++)
        {
            var sum = 0.0;
            foreach (var row in rows)
            {
                sum += row[i];
            }

            mean[i] = sum / rows.Count;
        }

        return mean;
    }
}
