using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Learned.Results;
using ZcBench.Reports.Across;
using ZcBench.Reports.Runs;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Learned.Combinations;

/// <summary>
/// Which few proxies are worth combining: chosen on one task, judged on others. A choice is made on half of
/// the architectures of a space's first task. Other spaces judge it on all of theirs; other tasks of the same
/// space judge it on the other half, of which no architecture is the same function as one chosen on. With
/// three spaces or more, a choice is also made on all tasks of all spaces but one, by the mean over the
/// spaces of the mean over their tasks, and judged on that one. No task judges what was chosen on it. Of
/// several seeds of a task the first is read.
/// </summary>
/// <param name="Choices">One on each space, then one on all spaces but each.</param>
/// <param name="Judgements">Each choice on each space.</param>
/// <param name="Unseen">
/// The choices on all spaces but one against every score; null for fewer than three spaces, or a task of too
/// few architectures to judge.
/// </param>
/// <param name="Candidates">Proxies that were chosen from.</param>
/// <param name="Bootstrap">How intervals were made.</param>
public sealed record CombinationStudy(
    IReadOnlyList<Choice> Choices,
    IReadOnlyList<Judgement> Judgements,
    UnseenSpaces? Unseen,
    IReadOnlyList<string> Candidates,
    Bootstrap Bootstrap
)
{
    // Fewer architectures order nothing.
    private const int LeastJudges = 10;

    // Of two spaces, all but one is one, which is chosen on anyway.
    private const int LeastSpaces = 3;

    /// <summary>Chooses and judges.</summary>
    /// <param name="runs">Scored runs of one or several spaces.</param>
    /// <param name="most">How many proxies to choose at most.</param>
    /// <param name="seed">Names the halves.</param>
    /// <param name="bootstrap">How intervals are made.</param>
    /// <exception cref="UserError">
    /// There is nothing that could judge, the runs share no two proxies, or a choice has no τ-b on the space
    /// that it has not seen.
    /// </exception>
    public static CombinationStudy Of(IReadOnlyList<ScoredRun> runs, int most, long seed, Bootstrap bootstrap)
    {
        var spaces = TaskList.Of(runs);
        if (spaces.Sum(tasks => tasks.Count) < 2)
        {
            throw new UserError(
                "the runs hold one dataset of one space, on which a choice cannot be judged; "
                    + "add a run of another space or dataset"
            );
        }

        var all = spaces
            .Select(tasks => tasks.Select(task => new CombinationTask(task.Runs[0])).ToList())
            .ToList();
        var common = CommonProxies.Of([.. spaces.SelectMany(tasks => tasks)]).Proxies;
        var candidates = common.Select(proxy => proxy.Id).Intersect(all[0][0].Proxies).ToList();
        if (candidates.Count < 2)
        {
            throw new UserError(
                "the runs share fewer than two proxies with a τ-b on every task; "
                    + "score the same proxies in all"
            );
        }

        var (choices, judgements) = (new List<Choice>(), new List<Judgement>());
        for (var space = 0; space < spaces.Count; space++)
        {
            var tasks = spaces[space];
            var halves = Halves(tasks[0].Runs[0], seed);
            var half = new CombinationTask(tasks[0].Runs[0], halves.Learned);
            var own = tasks.Skip(1).Select(task => OtherHalf(task, tasks[0], halves));
            Choose(
                half.Name,
                [
                    [half],
                ],
                all.Select((judges, i) => i == space ? [.. own] : judges)
            );
        }

        UnseenSpaces? unseen = null;
        if (all.Count >= LeastSpaces && all.TrueForAll(tasks => tasks.TrueForAll(IsEnough)))
        {
            foreach (var left in all)
            {
                Choose(
                    "all but " + left[0].Space,
                    [.. all.Where(tasks => tasks != left)],
                    [left],
                    left[0].Space
                );
            }

            unseen = UnseenSpaces.Of(
                spaces,
                choices.FindAll(choice => choice.LeftOut is not null),
                common,
                bootstrap
            );
        }

        return new(choices, judgements, unseen, candidates, bootstrap);

        void Choose(
            string on,
            List<List<CombinationTask>> chosenOn,
            IEnumerable<List<CombinationTask>> judges,
            string? leftOut = null
        )
        {
            var choice = Chosen(on, chosenOn, candidates, most) with { LeftOut = leftOut };
            choices.Add(choice);
            judgements.AddRange(
                judges
                    .Select(tasks => tasks.FindAll(IsEnough))
                    .Where(tasks => tasks.Count > 0)
                    .Select(tasks => Judged(choice, tasks, bootstrap))
            );
        }
    }

    private static bool IsEnough(CombinationTask task) => task.Count >= LeastJudges;

    // Tasks with architectures of their own are judged on those that the choice has not seen.
    private static CombinationTask OtherHalf(ScoredTask task, ScoredTask first, TrainingSplit halves)
    {
        var run = task.Runs[0];
        if (task.Set == first.Set)
        {
            return new(run, halves.Asked);
        }

        var functions = first.Runs[0].Graphs;
        var seen = halves.Learned.Select(row => Function(first.Runs[0], functions, row)).ToHashSet();
        return new(
            run,
            [
                .. Enumerable
                    .Range(0, run.Architectures.Count)
                    .Where(row => !seen.Contains(Function(run, run.Graphs, row))),
            ]
        );
    }

    private static TrainingSplit Halves(ScoredRun run, long seed)
    {
        var count = run.Architectures.Count;
        return TrainingSplit.ByFunction(
            [.. Enumerable.Range(0, count).Select(row => Function(run, run.Graphs, row))],
            count / 2,
            new CounterRandom(seed, $"combination/{run.Space.Id}")
        );
    }

    private static string Function(ScoredRun run, IReadOnlyList<GraphProperties>? graphs, int row) =>
        graphs?[row].Function ?? run.Architectures[row].Text;

    private static Choice Chosen(
        string on,
        List<List<CombinationTask>> spaces,
        IReadOnlyList<string> candidates,
        int most
    )
    {
        return new(
            on,
            spaces.Sum(tasks => tasks[0].Count),
            [.. ForwardSelection.Of(Tau, candidates, most).Select(members => (members, Tau(members)))]
        );

        double Tau(IReadOnlyList<string> members) =>
            spaces.Average(tasks => tasks.Average(task => task.Tau(members)));
    }

    private static Judgement Judged(Choice choice, IReadOnlyList<CombinationTask> tasks, Bootstrap bootstrap)
    {
        var judged = tasks.Select(task => Judged(choice, task, bootstrap)).ToList();
        var rival = judged[0]
            .Rivals.Keys.Where(id => judged.TrueForAll(task => task.Rivals.ContainsKey(id)))
            .MaxBy(id => judged.Average(task => task.Rivals[id].Point.Value));
        return new(
            choice,
            tasks[0].Space,
            judged,
            judged.Average(task => task.Rho),
            judged.Average(task => task.Tau.Point.Value ?? 0),
            rival,
            rival is null ? null : Difference(judged, rival, bootstrap)
        );
    }

    private static JudgedTask Judged(Choice choice, CombinationTask task, Bootstrap bootstrap)
    {
        var sample = task.Judge(choice.Members);
        var rivals = task.Rivals.ToList();
        var taus = bootstrap.Run(new KendallTauB(), [sample, .. rivals.Select(rival => rival.Sample)]);
        return new(
            task.Name,
            task.Count,
            new Spearman().Compute(sample).Value ?? 0,
            taus[0],
            rivals.Zip(taus.Skip(1)).ToDictionary(item => item.First.Id, item => item.Second)
        );
    }

    // Tasks of a space mostly have the same architectures, so that resample b is the same in all of them.
    private static Interval Difference(IReadOnlyList<JudgedTask> tasks, string rival, Bootstrap bootstrap)
    {
        var point = Mean([.. tasks.Select(task => (task.Tau.Point, task.Rivals[rival].Point))]);
        var values = Enumerable
            .Range(0, bootstrap.Resamples)
            .Select(i => Mean([.. tasks.Select(task => (task.Tau.Values[i], task.Rivals[rival].Values[i]))]))
            .ToArray();
        return Percentiles.Interval(point, values, bootstrap.Level);
    }

    private static Estimate Mean(IReadOnlyList<(Estimate Own, Estimate Rival)> taus) =>
        taus.All(tau => tau is { Own.Value: not null, Rival.Value: not null })
            ? Estimate.Of(taus.Average(tau => tau.Own.Value!.Value - tau.Rival.Value!.Value))
            : Estimate.Undefined("a task has no τ-b");
}
