using ZcBench.Statistics.Resampling;

namespace ZcBench.Statistics.Across;

/// <summary>
/// What resamples of spaces, tasks, architectures and repetitions say of mean ranks and of differences.
/// Resample b holds the same draws for every method, so differences are paired.
/// </summary>
/// <remarks>
/// Davison and Hinkley, Bootstrap Methods and their Application, 1997, section 3.8 (hierarchical data);
/// probability of improvement: Agarwal and others, Deep reinforcement learning at the edge of the statistical
/// precipice, NeurIPS 2021.
/// </remarks>
public sealed class HierarchicalResamples
{
    private readonly Hierarchy _hierarchy;
    private readonly Bootstrap _plan;
    private readonly DrawnSpace[][] _drawn;

    internal HierarchicalResamples(Hierarchy hierarchy, Bootstrap plan, DrawnSpace[][] drawn) =>
        (_hierarchy, _plan, _drawn) = (hierarchy, plan, drawn);

    /// <summary>The mean rank of each method over the blocks, with its percentile interval.</summary>
    public IReadOnlyList<Interval> MeanRanks(BlockUnit unit)
    {
        var point = BlockRanks.Of(_hierarchy.Blocks(unit)).Means;
        var resampled = Array.ConvertAll(_drawn, spaces => BlockRanks.Of(Blocks(spaces, unit)).Means);
        return
        [
            .. Enumerable
                .Range(0, _hierarchy.Methods)
                .Select(method =>
                    Percentiles.Interval(
                        Estimate.Of(point[method]),
                        Array.ConvertAll(resampled, means => Estimate.Of(means[method])),
                        _plan.Level
                    )
                ),
        ];
    }

    /// <summary>One method against another.</summary>
    /// <param name="method">Number of the method.</param>
    /// <param name="other">Number of the other, such as a baseline.</param>
    /// <param name="unit">What is averaged with equal weights: spaces or tasks.</param>
    public Improvement Compare(int method, int other, BlockUnit unit)
    {
        var margins = _hierarchy
            .Spaces.Select(
                (tasks, space) =>
                    tasks
                        .Select((_, task) => _hierarchy.SeedDeviation(space, task, method, other) ?? 0)
                        .ToArray()
            )
            .ToArray();
        double Wins(double[] tau, double margin) =>
            tau[method] - tau[other] > margin ? 1
            : tau[other] - tau[method] > margin ? 0
            : 0.5;
        var probability = _drawn.Average(spaces =>
            BlockMeans
                .Of(
                    spaces.Select(space =>
                        (IReadOnlyList<double[]>)
                            [
                                .. space.Tau.Zip(
                                    space.Tasks,
                                    (tau, task) => new[] { Wins(tau, margins[space.Space][task]) }
                                ),
                            ]
                    ),
                    unit
                )
                .Average(block => block[0])
        );
        double[] wins =
        [
            .. _hierarchy.Tau.SelectMany(
                (tasks, space) => tasks.Select((tau, task) => Wins(tau, margins[space][task]))
            ),
        ];
        return new(
            probability,
            Percentiles.Interval(
                Difference(_hierarchy.Blocks(unit)),
                Array.ConvertAll(_drawn, spaces => Difference(Blocks(spaces, unit))),
                _plan.Level
            ),
            wins.Count(win => win == 1),
            wins.Count(win => win == 0.5),
            wins.Count(win => win == 0)
        );

        Estimate Difference(IReadOnlyList<double[]> blocks) =>
            Estimate.Of(blocks.Average(tau => tau[method] - tau[other]));
    }

    private static IReadOnlyList<double[]> Blocks(DrawnSpace[] spaces, BlockUnit unit) =>
        BlockMeans.Of(spaces.Select(space => (IReadOnlyList<double[]>)space.Tau), unit);
}
