using MathNet.Numerics.Statistics;
using ZcBench.Statistics.Catalogue;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Statistics.Across;

/// <summary>
/// Methods on spaces, their tasks, the architectures of each and repetitions with other seeds, by Kendall's
/// τ-b. All methods have a τ-b everywhere.
/// </summary>
public sealed class Hierarchy
{
    // By space, task and repetition, one number a method.
    private readonly double[][][][] _tau;

    /// <summary>Computes every τ-b.</summary>
    /// <param name="spaces">For each space its tasks.</param>
    /// <exception cref="ArgumentException">
    /// Something is empty, methods or architectures differ where they must not, or a τ-b is undefined.
    /// </exception>
    public Hierarchy(IReadOnlyList<IReadOnlyList<TaskSamples>> spaces)
    {
        ArgumentNullException.ThrowIfNull(spaces);
        HierarchyShape.Require(spaces);
        Spaces = spaces;
        Methods = spaces[0][0].Repetitions[0].Count;
        _tau =
        [
            .. spaces.Select(tasks =>
                tasks
                    .Select(task =>
                        task.Repetitions.Select(samples => samples.Select(TauOf).ToArray()).ToArray()
                    )
                    .ToArray()
            ),
        ];
        Tau = [.. _tau.Select(tasks => tasks.Select(BlockMeans.Mean).ToList())];
    }

    /// <summary>For each space its tasks.</summary>
    public IReadOnlyList<IReadOnlyList<TaskSamples>> Spaces { get; }

    /// <summary>Number of methods.</summary>
    public int Methods { get; }

    /// <summary>By space and task the mean τ-b of each method over the repetitions.</summary>
    public IReadOnlyList<IReadOnlyList<double[]>> Tau { get; }

    /// <summary>One row a block, the mean τ-b of each method there.</summary>
    public IReadOnlyList<double[]> Blocks(BlockUnit unit) => BlockMeans.Of(Tau, unit);

    /// <summary>
    /// The standard deviation over the repetitions of a task of one method's τ-b less another's; null for
    /// fewer than two repetitions. A difference of no more than this counts as none.
    /// </summary>
    public double? SeedDeviation(int space, int task, int method, int other) =>
        _tau[space][task] is { Length: > 1 } repetitions
            ? repetitions.Select(tau => tau[method] - tau[other]).StandardDeviation()
            : null;

    /// <summary>Draws spaces, tasks, architectures and repetitions anew.</summary>
    /// <param name="plan">How often, the level of intervals, and the seed.</param>
    /// <param name="threads">
    /// At most so many threads, −1 for one per core; does not change the result.
    /// </param>
    public HierarchicalResamples Resample(Bootstrap plan, int threads = -1) =>
        new(this, plan, new HierarchicalDraw(this, plan, threads).All());

    private static double TauOf(Sample sample) =>
        new KendallTauB().Compute(sample) is { Value: double tau }
            ? tau
            : throw new ArgumentException(
                $"a τ-b is undefined ({new KendallTauB().Compute(sample).Reason}); "
                    + "leave out methods without one",
                nameof(sample)
            );
}
