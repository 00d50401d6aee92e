namespace ZcBench.Benchmarks.Tables;

/// <summary>Column names of a search space's own tables, beside those that any table may use.</summary>
public interface ITableColumns
{
    /// <summary>
    /// Sets of columns, each of which spells an architecture where there is no column "architecture"; the
    /// usual one first.
    /// </summary>
    IReadOnlyList<IReadOnlyList<string>> Spellings { get; }

    /// <summary>
    /// The architecture that the columns of a spelling hold; a malformed one is a <see cref="UserError"/>.
    /// </summary>
    /// <param name="spelling">One of <see cref="Spellings"/>.</param>
    /// <param name="fields">A row's fields in the order of the spelling.</param>
    Architecture Read(IReadOnlyList<string> spelling, IReadOnlyList<string> fields);

    /// <summary>The first spelling whose columns are all in a header; null where there is none.</summary>
    IReadOnlyList<string>? SpellingIn(IReadOnlyCollection<string> header) =>
        Spellings.FirstOrDefault(spelling => spelling.All(header.Contains));

    /// <summary>Whether a column belongs to a spelling.</summary>
    bool Spells(string column) => Spellings.Any(spelling => spelling.Contains(column));

    /// <summary>What a column of accuracies holds; null for every other column.</summary>
    AccuracyColumn? Accuracy(string column);
}
