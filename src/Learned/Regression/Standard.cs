namespace ZcBench.Learned.Regression;

/// <summary>
/// Brings features to mean 0 and deviation 1 over the rows they were learned from; constant ones are left
/// out.
/// </summary>
internal sealed class Standard
{
    private readonly (int Column, double Mean, double Deviation)[] _columns;

    private Standard((int, double, double)[] columns) => _columns = columns;

    /// <summary>How many features are not constant.</summary>
    public int Count => _columns.Length;

    /// <summary>Learns means and deviations.</summary>
    public static Standard Of(IReadOnlyList<double[]> rows)
    {
        var columns = new List<(int, double, double)>();
        for (var column = 0; column < rows[0].Length; column++)
        {
            var mean = rows.Average(row => row[column]);
            var deviation = Math.Sqrt(rows.Average(row => Math.Pow(row[column] - mean, 2)));
            if (deviation > 1e-12 * Math.Max(1, Math.Abs(mean)))
            {
                columns.Add((column, mean, deviation));
            }
        }

        return new([.. columns]);
    }

    /// <summary>The features of one row.</summary>
    public double[] Apply(double[] row) =>
        [.. _columns.Select(item => (row[item.Column] - item.Mean) / item.Deviation)];
}
