using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Learned.Features;
using ZcBench.Reports.Runs;

namespace ZcBench.Learned.Results;

/// <summary>Architectures with accuracies, and what can be shown of them.</summary>
/// <param name="Words">What they are, for captions.</param>
/// <param name="Accuracies">Trained accuracies, one for each architecture.</param>
/// <param name="Functions">
/// For each what two architectures share exactly when they are one function; null where the space does not
/// tell.
/// </param>
/// <param name="Features">The sets of features.</param>
/// <param name="Untrained">
/// Scores that need no accuracies, to stand beside: name and oriented scores, −∞ for undefined ones.
/// </param>
public sealed record LearnedSource(
    string Words,
    IReadOnlyList<double> Accuracies,
    IReadOnlyList<string>? Functions,
    IReadOnlyList<FeatureSet> Features,
    IReadOnlyList<(string Id, double[] Scores)> Untrained
)
{
    /// <summary>A run: its graphs where the space has them, its scores, and both.</summary>
    public static LearnedSource Of(ScoredRun run)
    {
        var scores = ScoreFeatures.Of(run);
        var graphs = GraphFeatures.Of(run.Space, run.Architectures);
        return new(
            $"{run.Manifest.Target.Title}, {run.Architectures.Count} architectures of {run.Space.Title}",
            run.Accuracies,
            run.Graphs is { } known ? [.. known.Select(graph => graph.Function)] : null,
            graphs is null ? [scores] : [graphs, scores, FeatureSet.Joined(graphs, scores)],
            [
                .. run.Whole()
                    .Columns.Where(column => column.IsAggregate || column.Proxy.Id == run.BestBaseline)
                    .Select(column => (column.Proxy.Id, column.Oriented())),
            ]
        );
    }

    /// <summary>A table without any scores: its graphs alone.</summary>
    /// <exception cref="UserError">
    /// The space has no such graphs, or the table lacks the accuracies.
    /// </exception>
    public static LearnedSource Of(BenchmarkTable table, Target target)
    {
        var space = SearchSpaces.Named(table.Description.Space);
        var graphs =
            GraphFeatures.Of(space, table.Architectures)
            ?? throw new UserError(
                $"{space.Title} has no cell graphs to learn from; give the folder of a run with scores"
            );
        var known = table.Architectures.AsParallel().AsOrdered().Select(space.Examine).ToList();
        return new(
            $"{target.Title}, {table.Architectures.Count} architectures of {space.Title}",
            table.Accuracies(target),
            known.Contains(null) ? null : [.. known.Select(graph => graph!.Function)],
            [graphs],
            []
        );
    }
}
