using ZcBench.Benchmarks;
using ZcBench.Reports.Across;
using ZcBench.Scores;
using ZcBench.Statistics.Across;
using ZcBench.Statistics.Catalogue;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Learned.Combinations;

/// <summary>
/// Whether choosing pays on a space that nobody has seen: the choice on all spaces but one, on that one, in
/// turn for each, against every score that all runs have.
/// </summary>
/// <param name="Tau">
/// Mean over the spaces of the mean τ-b over their tasks of the choice that has not seen the space.
/// </param>
/// <param name="Spaces">How many spaces were left out in turn.</param>
/// <param name="Tasks">How many tasks they have.</param>
/// <param name="Rivals">Every other score, the highest mean τ-b first.</param>
public sealed record UnseenSpaces(double Tau, int Spaces, int Tasks, IReadOnlyList<UnseenRival> Rivals)
{
    internal static UnseenSpaces Of(
        IReadOnlyList<IReadOnlyList<ScoredTask>> spaces,
        IReadOnlyList<Choice> choices,
        IReadOnlyList<ProxyInfo> scores,
        Bootstrap bootstrap
    )
    {
        var hierarchy = new Hierarchy([
            .. spaces.Zip(
                choices,
                (tasks, choice) => tasks.Select(task => Samples(task, choice, scores)).ToList()
            ),
        ]);
        var resamples = hierarchy.Resample(bootstrap);
        var blocks = hierarchy.Blocks(BlockUnit.Spaces);
        return new(
            Mean(0),
            spaces.Count,
            spaces.Sum(tasks => tasks.Count),
            [
                .. scores
                    .Select(
                        (proxy, i) =>
                            new UnseenRival(proxy, Mean(i + 1), resamples.Compare(0, i + 1, BlockUnit.Spaces))
                    )
                    .OrderByDescending(rival => rival.Tau)
                    .ThenBy(rival => rival.Proxy.Id, StringComparer.Ordinal),
            ]
        );

        double Mean(int method) => blocks.Average(tau => tau[method]);
    }

    // The choice first, then the scores.
    private static TaskSamples Samples(ScoredTask task, Choice choice, IReadOnlyList<ProxyInfo> scores)
    {
        var judge = new CombinationTask(task.Runs[0]);
        var chosen = judge.Judge(choice.Members);
        if (new KendallTauB().Compute(chosen).Reason is { } reason)
        {
            throw new UserError(
                $"the rank sum of {string.Join(", ", choice.Members)}, chosen on {choice.On}, has no τ-b on "
                    + $"{judge.Name}: {reason}; combine fewer with --most"
            );
        }

        return new(
            task.Set,
            [
                [chosen, .. scores.Select(proxy => judge.Judge([proxy.Id]))],
            ]
        );
    }
}
