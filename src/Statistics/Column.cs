namespace ZcBench.Statistics;

/// <summary>One number per architecture, with its ranking computed on first use.</summary>
internal sealed class Column(double[] values)
{
    private Ranks? _ranks;

    public int Count => values.Length;

    public ReadOnlySpan<double> Values => values;

    public Ranks Ranks => _ranks ??= Ranks.Of(values);

    /// <summary>
    /// Some of the rows, each as often as it is named; their ranking follows without sorting.
    /// </summary>
    public Column Select(ReadOnlySpan<int> rows)
    {
        var taken = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            taken[i] = values[rows[i]];
        }

        return new Column(taken) { _ranks = Ranks.Select(rows) };
    }
}
