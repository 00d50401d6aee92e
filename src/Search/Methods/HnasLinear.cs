using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Methods;

/// <summary>
/// HNAS with √ν = 5000 u, u in [0, 1], as its authors' code has it for NAS-Bench-201; that scale belongs to
/// their metrics.
/// </summary>
public sealed class HnasLinear : ISearchMethod
{
    private const double Scale = 5000;

    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "hnas_linear",
            Title = "HNAS, √ν on the scale of the authors' code",
            Rule = "As hnas, with √ν between 0 and 5000.",
            Paper = Hnas.Shu,
            Argument = "the metric M",
            Arguments = [Hnas.Metrics[0]],
            Draw = "how many are drawn before each query",
            UsualDraw = 2000,
        };

    /// <inheritdoc/>
    public bool DrawsWithReplacement => true;

    /// <inheritdoc/>
    public IReadOnlyList<string> Scores(MethodCall call) => [call.Argument, HybridSearch.Condition];

    /// <inheritdoc/>
    public void Check(MethodCall call) => HybridSearch.Check(call);

    /// <inheritdoc/>
    public int? Search(SearchTask task, MethodCall call, SequentialRandom random)
    {
        HybridSearch.Run(task, call, random, (_, u) => Scale * u);
        return null;
    }
}
