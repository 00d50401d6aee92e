using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Runs;
using ZcBench.Scores;
using ZcBench.Scores.Aggregates;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Learned.Combinations;

/// <summary>One dataset of a scored run: where proxies are chosen, or where a choice is judged.</summary>
public sealed class CombinationTask
{
    private const string Meco = "meco";
    private readonly ScoredRun _run;
    private readonly RunSubset _part;

    /// <summary>A run's scores against its accuracies, over some of its architectures.</summary>
    /// <param name="run">The run, against the dataset.</param>
    /// <param name="rows">Rows of the run; null for all.</param>
    public CombinationTask(ScoredRun run, IReadOnlyList<int>? rows = null)
    {
        _run = run;
        _part = rows is null ? run.Whole() : run.Select(rows);
    }

    /// <summary>Space and dataset, as "nasbench201/cifar10".</summary>
    public string Name => $"{Space}/{Target.Dataset}";

    /// <summary>Id of the search space.</summary>
    public string Space => _run.Space.Id;

    /// <summary>The accuracies.</summary>
    public Target Target => _run.Manifest.Target;

    /// <summary>Number of architectures.</summary>
    public int Count => _part.Rows.Count;

    /// <summary>Ids of the proxies that were measured, counts included, aggregates not.</summary>
    public IEnumerable<string> Proxies =>
        _part.Columns.Where(column => !column.IsAggregate).Select(column => column.Proxy.Id);

    /// <summary>
    /// What a rank sum of proxies gives on these architectures; ranks are made anew over them.
    /// </summary>
    public Sample Judge(IReadOnlyList<string> members)
    {
        var columns = members.Select(id => Column(id)!).ToList();
        if (columns.Count == 1)
        {
            return Sample(columns[0]);
        }

        var sum = new RankSumOf(RankSumOf.Prefix + string.Join('+', members));
        return Sample(columns[0] with { Proxy = sum.Info, Scores = sum.Combine(columns) });
    }

    /// <summary>
    /// Scores that a choice is compared with: every aggregate that the run was scored with, the best count,
    /// and meco.
    /// </summary>
    public IEnumerable<(string Id, Sample Sample)> Rivals =>
        _part
            .Columns.Where(column =>
                column.IsAggregate || column.Proxy.Id == _run.BestBaseline || column.Proxy.Id == Meco
            )
            .Select(column => (column.Proxy.Id, Sample(column)));

    /// <summary>Kendall's τ-b of a rank sum; −1 where it has none, so that it is never chosen.</summary>
    public double Tau(IReadOnlyList<string> members) => new KendallTauB().Compute(Judge(members)).Value ?? -1;

    private Sample Sample(ScoreColumn column) => _part.Sample(column);

    private ScoreColumn? Column(string id) => _part.Columns.FirstOrDefault(column => column.Proxy.Id == id);
}
