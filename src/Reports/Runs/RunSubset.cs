using ZcBench.Benchmarks;
using ZcBench.Scores;
using ZcBench.Statistics;

namespace ZcBench.Reports.Runs;

/// <summary>Some of the architectures of a run with all their columns, asked for or baseline.</summary>
public sealed class RunSubset
{
    private readonly ScoredRun _run;
    private readonly Sample _unscored;
    private readonly Lazy<IReadOnlyList<long>> _parameters;

    internal RunSubset(ScoredRun run, IReadOnlyList<int> rows, IReadOnlyList<ScoreColumn> columns)
    {
        _run = run;
        Rows = rows;
        Columns = columns;
        var accuracy = rows.Select(row => run.Accuracies[row]).ToArray();
        _unscored = new(new double[accuracy.Length], accuracy);
        var task = ImageTask.Named(run.Manifest.Protocol.Dataset);
        _parameters = new(() => [.. rows.Select(row => run.Space.Parameters(run.Architectures[row], task))]);
    }

    /// <summary>Rows of the run.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>Every column over these architectures, sorted by id.</summary>
    public IReadOnlyList<ScoreColumn> Columns { get; }

    /// <summary>The counting baselines among them.</summary>
    public IEnumerable<ScoreColumn> Baselines => Columns.Where(column => column.IsCounting);

    /// <summary>What the statistics see of a column: undefined scores ranked worst.</summary>
    public Sample Sample(ScoreColumn column) => _unscored.WithScores(column.Oriented());

    /// <summary>Accuracies with scores that are all tied.</summary>
    public Sample RandomChoice => _unscored;

    /// <summary>The same with sizes.</summary>
    public SizedSample Sized(Sample sample) =>
        new(
            sample,
            _parameters.Value,
            _run.Graphs is { } graphs ? [.. Rows.Select(row => graphs[row].Convolutions)] : null
        );
}
