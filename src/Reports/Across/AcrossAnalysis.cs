using ZcBench.Benchmarks;
using ZcBench.Reports.Runs;
using ZcBench.Scores;
using ZcBench.Statistics.Across;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Across;

/// <summary>
/// Which proxy to take to a search space that nobody has seen: proxies compared by their τ-b over several
/// search spaces and tasks. Numbers only.
/// </summary>
/// <param name="Spaces">The search spaces with their tasks.</param>
/// <param name="Unit">What counts as a block in ranks, tests and means.</param>
/// <param name="Bootstrap">How intervals were made.</param>
/// <param name="Proxies">
/// Those with a τ-b on every task, best mean rank first; of equal ones the higher mean τ-b.
/// </param>
/// <param name="LeftOut">The others.</param>
/// <param name="Baseline">
/// The counting baseline of best mean rank: a proxy that only counts parts of the graph, of label budget 0.
/// Null where none was scored everywhere.
/// </param>
/// <param name="Tests">The tests for each way of counting that gives at least two blocks.</param>
internal sealed record AcrossAnalysis(
    IReadOnlyList<IReadOnlyList<ScoredTask>> Spaces,
    BlockUnit Unit,
    Bootstrap Bootstrap,
    IReadOnlyList<ComparedProxy> Proxies,
    IReadOnlyList<LeftOutProxy> LeftOut,
    ComparedProxy? Baseline,
    IReadOnlyList<BlockTests> Tests
)
{
    /// <summary>All tasks.</summary>
    public IReadOnlyList<ScoredTask> Tasks => [.. Spaces.SelectMany(tasks => tasks)];

    /// <summary>The tests over the blocks that were chosen.</summary>
    public BlockTests Chosen => Tests.Single(test => test.Unit == Unit);

    /// <summary>Groups of proxies, by place, that Nemenyi's test does not tell apart.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups =>
        Cliques.Of([.. Proxies.Select(proxy => proxy.Rank)], Chosen.Nemenyi);

    /// <summary>
    /// Whether runs are of more than one search space or dataset, so that no one analysis holds them.
    /// </summary>
    public static bool IsFor(IEnumerable<RunManifest> runs) =>
        runs.Select(run => (run.Space, run.Target.Dataset)).Distinct().Count() > 1;

    /// <summary>The whole comparison.</summary>
    /// <param name="runs">
    /// Runs of any search spaces; those of one space and dataset differ in seeds only.
    /// </param>
    /// <param name="unit">What counts as a block.</param>
    /// <param name="bootstrap">How intervals are made.</param>
    /// <exception cref="UserError">
    /// There are too few blocks or common proxies, or runs do not fit.
    /// </exception>
    public static AcrossAnalysis Of(IReadOnlyList<ScoredRun> runs, BlockUnit unit, Bootstrap bootstrap)
    {
        var spaces = TaskList.Of(runs);
        RequireBlocks(spaces, unit);
        List<ScoredTask> tasks = [.. spaces.SelectMany(items => items)];
        var common = CommonProxies.Of(tasks);
        if (common.Proxies.Count < 2)
        {
            throw new UserError(
                $"{common.Proxies.Count} of {common.LeftOut.Count + common.Proxies.Count} proxies have "
                    + "a rank correlation on every task, and a comparison takes two; "
                    + $"score more proxies in every run ({common.LeftOut[0].Id}: {common.LeftOut[0].Reason})"
            );
        }

        var hierarchy = new Hierarchy([
            .. spaces.Select(items => items.Select(task => Samples(task, common.Proxies)).ToList()),
        ]);
        return Of(spaces, unit, bootstrap, common, hierarchy);
    }

    private static AcrossAnalysis Of(
        IReadOnlyList<IReadOnlyList<ScoredTask>> spaces,
        BlockUnit unit,
        Bootstrap bootstrap,
        CommonProxies common,
        Hierarchy hierarchy
    )
    {
        var resamples = hierarchy.Resample(bootstrap);
        var blocks = hierarchy.Blocks(unit);
        var ranks = BlockRanks.Of(blocks);
        var intervals = resamples.MeanRanks(unit);
        int[] order =
        [
            .. Enumerable
                .Range(0, common.Proxies.Count)
                .OrderBy(i => ranks.Means[i])
                .ThenByDescending(i => blocks.Average(tau => tau[i]))
                .ThenBy(i => common.Proxies[i].Id, StringComparer.Ordinal),
        ];
        var baseline = order
            .Where(i =>
                common.Counting.Contains(common.Proxies[i].Id)
                && common.Proxies[i].LabelBudget == LabelBudget.Structure
            )
            .Select(i => (int?)i)
            .FirstOrDefault();
        var tests = baseline is { } control
            ? ControlComparison.Of(ranks, control).ToDictionary(item => item.Method)
            : [];
        var (ceilings, weights) = (Ceilings(spaces), Weights(spaces, unit));
        var proxies = order.ToDictionary(
            i => i,
            i => new ComparedProxy(
                common.Proxies[i],
                intervals[i],
                [.. hierarchy.Tau.Select(tasks => tasks.Average(tau => tau[i]))],
                [.. hierarchy.Tau.SelectMany(tasks => tasks.Select(tau => tau[i]))],
                new(
                    [
                        .. hierarchy
                            .Tau.SelectMany(tasks => tasks.Select(tau => tau[i]))
                            .Zip(ceilings, (tau, ceiling) => tau / ceiling),
                    ],
                    weights
                ),
                baseline is { } other && other != i ? resamples.Compare(i, other, unit) : null,
                tests.GetValueOrDefault(i)
            )
        );
        return new(
            spaces,
            unit,
            bootstrap,
            [.. order.Select(i => proxies[i])],
            common.LeftOut,
            baseline is { } best ? proxies[best] : null,
            [
                .. Enum.GetValues<BlockUnit>()
                    .Select(kind => (Kind: kind, Blocks: hierarchy.Blocks(kind)))
                    .Where(item => item.Blocks.Count > 1)
                    .Select(item => BlockTests.Of(item.Kind, BlockRanks.Of(item.Blocks))),
            ]
        );
    }

    private static void RequireBlocks(IReadOnlyList<IReadOnlyList<ScoredTask>> spaces, BlockUnit unit)
    {
        var (space, tasks) = (spaces[0][0].Space.Id, spaces.Sum(items => items.Count));
        if (tasks < 2)
        {
            throw new UserError(
                $"the runs are of one task, {spaces[0][0].Name}, and a comparison takes two blocks or more; "
                    + "add runs of other search spaces"
            );
        }

        if (unit == BlockUnit.Spaces && spaces.Count < 2)
        {
            throw new UserError(
                $"the runs are of one search space, {space}, and a comparison takes two blocks or more; "
                    + $"add runs of other spaces, or count each of its {tasks} tasks with --blocks tasks"
            );
        }
    }

    private static TaskSamples Samples(ScoredTask task, IReadOnlyList<ProxyInfo> proxies) =>
        new(
            task.Set,
            [
                .. task.Runs.Select(run =>
                {
                    var part = run.Whole();
                    return proxies.Select(proxy => part.Sample(CommonProxies.Find(part, proxy.Id)!)).ToList();
                }),
            ]
        );

    private static List<double> Ceilings(IReadOnlyList<IReadOnlyList<ScoredTask>> spaces) =>
        [.. spaces.SelectMany(tasks => tasks.Select(task => task.Ceiling ?? 1))];

    private static List<double> Weights(IReadOnlyList<IReadOnlyList<ScoredTask>> spaces, BlockUnit unit) =>
        [.. spaces.SelectMany(tasks => tasks.Select(_ => unit == BlockUnit.Spaces ? 1.0 / tasks.Count : 1))];
}
