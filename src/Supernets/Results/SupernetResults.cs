using ZcBench.Benchmarks.Tables;
using ZcBench.Search;
using ZcBench.Search.Results;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Results;

/// <summary>Finished searches and the table that judges them.</summary>
internal sealed class SupernetResults
{
    private readonly Dictionary<string, int> _rows;
    private readonly IReadOnlyList<double>? _validation;

    /// <summary>Results of one command.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="outcomes">All searches.</param>
    /// <param name="beside">Searches on the same table that stand in the same table of results.</param>
    public SupernetResults(
        SupernetRequest request,
        IReadOnlyList<SupernetOutcome> outcomes,
        IReadOnlyList<MeasuredSearch>? beside = null
    )
    {
        Request = request;
        Beside = beside ?? [];
        Outcomes = outcomes;
        var (table, dataset) = (request.Table, request.Images.Task.Dataset);
        Test = new(table, dataset);
        _rows = table
            .Architectures.Index()
            .ToDictionary(item => item.Item.Text, item => item.Index, StringComparer.Ordinal);
        Validation = table
            .Targets.Where(target => target.Split == Split.Validation)
            .OrderByDescending(target => target.Dataset.StartsWith(dataset, StringComparison.Ordinal))
            .ThenByDescending(target => target.Epochs)
            .FirstOrDefault();
        _validation = Validation is null ? null : table.Accuracies(Validation);
    }

    /// <summary>What was asked.</summary>
    public SupernetRequest Request { get; }

    /// <summary>All searches.</summary>
    public IReadOnlyList<SupernetOutcome> Outcomes { get; }

    /// <summary>Searches that paid for accuracies of the table.</summary>
    public IReadOnlyList<MeasuredSearch> Beside { get; }

    /// <summary>What they are judged by.</summary>
    public TestAccuracies Test { get; }

    /// <summary>What an oracle may query; null where the table has no validation accuracies.</summary>
    public Target? Validation { get; }

    /// <summary>By method, in the order of the request.</summary>
    public IEnumerable<(string Search, IReadOnlyList<SupernetOutcome> Outcomes)> ByMethod =>
        Outcomes
            .GroupBy(outcome => outcome.Search, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<SupernetOutcome>)[.. group]));

    /// <summary>The row of an architecture in the table; null where the table lacks it.</summary>
    public int? Row(string architecture) => _rows.TryGetValue(architecture, out var row) ? row : null;

    /// <summary>
    /// What an oracle chooses among a search's candidates: the best by the table's validation accuracy.
    /// </summary>
    public int? OracleRow(SupernetOutcome outcome) =>
        _validation is null
            ? null
            : outcome.Candidates.Select(Row).OfType<int>().Cast<int?>().MaxBy(row => _validation[row!.Value]);
}
