namespace ZcBench.Benchmarks.Tables;

/// <summary>Column names of a search space's own tables, beside those that any table may use.</summary>
public interface ITableColumns
{
    /// <summary>The columns that together spell an architecture where there is no column "architecture".</summary>
    IReadOnlyList<string> Architecture { get; }

    /// <summary>The architecture that those columns spell; a malformed one is a <see cref="UserError"/>.</summary>
    Architecture Read(IReadOnlyList<string> fields);

    /// <summary>What a column of accuracies holds; null for every other column.</summary>
    AccuracyColumn? Accuracy(string column);
}
