using ZcBench.Benchmarks;
using ZcBench.Scores;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Tests;

/// <summary>
/// Scores by a formula, a second each, for some of the cells; the rest can be measured, or not.
/// </summary>
internal sealed class FormulaScores(
    Func<string, int, double> score,
    int stored,
    bool measures = false,
    int every = 1
) : IScoreSource
{
    private readonly IReadOnlyList<Architecture> _cells = SmallBench.Cells(200);
    private int _measured = stored;

    public int Calls { get; private set; }

    public bool KeepsScores { get; init; }

    public CancellationToken Told { get; private set; }

    public string Description => "Scores: by a formula.";

    public IReadOnlyList<string> Known => ["nwot"];

    public ProxyInfo Proxy(string id) =>
        id == "unheard"
            ? throw new UserError("proxy 'unheard' is unknown")
            : new()
            {
                Id = id,
                Title = id,
                Formula = "",
                Paper = new("", "", "", ""),
                Reference = "",
                Direction = Direction.HigherIsBetter,
                Input = InputKind.Minibatch,
                Init = InitKind.Default,
                LabelBudget = LabelBudget.Labels,
                Version = 1,
                Cost = "",
            };

    // The two of HNAS share their passes, as ntk_trace and its condition number do.
    public string Passes(string id) => id is "ntk_trace" or "ntk_trace_cond" ? "kernel" : id;

    public IReadOnlyDictionary<string, StoredScore> Stored(string id) =>
        _cells
            .Index()
            .Take(_measured)
            .Where(item => item.Index % every == 0)
            .ToDictionary(
                item => item.Item.Text,
                item => new StoredScore(item.Item.Text, id, Score.Of(score(id, item.Index)), 1000),
                StringComparer.Ordinal
            );

    public void Measure(
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<string> proxies,
        CancellationToken stop
    )
    {
        Calls++;
        Told = stop;
        _measured = measures ? _cells.Count : throw new UserError("scores are missing");
    }
}
