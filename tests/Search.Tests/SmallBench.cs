using System.Globalization;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Scores;
using ZcBench.Search.Desk;
using ZcBench.Search.Methods;

namespace ZcBench.Search.Tests;

/// <summary>A table of NAS-Bench-201 cells and scores made by formulas.</summary>
internal static class SmallBench
{
    /// <summary>The first cells of the space.</summary>
    public static IReadOnlyList<Architecture> Cells(int count) => [.. SearchSpaces.Named("nasbench201").Enumerate().Take(count)];

    /// <summary>Validation after 12 epochs, training seconds and two test columns, by place in the table.</summary>
    public static BenchmarkTable Table(
        int count, Func<int, double> validation, Func<int, double>? seconds = null, Func<int, double>? test = null, string? header = null)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        var text = new StringBuilder(header ?? "architecture,cifar10_val12,cifar10_train12_seconds,cifar10_test12,cifar10_test200,cifar100_test200").Append('\n');
        foreach (var (i, cell) in Cells(count).Index())
        {
            var judged = (test ?? validation)(i);
            text.Append(CultureInfo.InvariantCulture, $"{cell.Text},{validation(i):R},{(seconds ?? (_ => 100))(i):R},{judged / 2:R},{judged:R},{judged / 4:R}\n");
        }

        File.WriteAllText(path, text.ToString());
        try
        {
            return KnownTables.Open(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A bench over such a table.</summary>
    public static SearchBench Open(
        BenchmarkTable table, string methods, int queries, IScoreSource? source = null, int repeats = 1, double? seconds = null, bool onlyScored = false) =>
        SearchBench.Open(new(table, "cifar10", new(queries, seconds), repeats, 0, onlyScored), MethodCall.ParseList(methods), source ?? new NoScores());
}

/// <summary>Scores by a formula, a second each, for some of the cells; the rest can be measured, or not.</summary>
internal sealed class FormulaScores(Func<string, int, double> score, int stored, bool measures = false) : IScoreSource
{
    private readonly IReadOnlyList<Architecture> _cells = SmallBench.Cells(200);
    private int _measured = stored;

    public int Calls { get; private set; }

    public string Description => "Scores: by a formula.";

    public IReadOnlyList<string> Known => ["nwot"];

    public ProxyInfo Proxy(string id) => id == "unheard" ? throw new UserError("proxy 'unheard' is unknown") : new()
    {
        Id = id, Title = id, Formula = "", Paper = new("", "", "", ""), Reference = "", Direction = Direction.HigherIsBetter, Input = InputKind.Minibatch,
        Init = InitKind.Default, LabelBudget = LabelBudget.Labels, Version = 1, Cost = "",
    };

    // The two of HNAS share their passes, as ntk_trace and its condition number do.
    public string Passes(string id) => id is "ntk_trace" or "ntk_trace_cond" ? "kernel" : id;

    public IReadOnlyDictionary<string, StoredScore> Stored(string id) => _cells.Index().Take(_measured).ToDictionary(
        item => item.Item.Text, item => new StoredScore(item.Item.Text, id, Score.Of(score(id, item.Index)), 1000), StringComparer.Ordinal);

    public void Measure(IReadOnlyList<Architecture> architectures, IReadOnlyList<string> proxies)
    {
        Calls++;
        _measured = measures ? _cells.Count : throw new UserError("scores are missing");
    }
}
