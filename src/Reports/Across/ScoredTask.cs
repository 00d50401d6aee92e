using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Runs;

namespace ZcBench.Reports.Across;

/// <summary>One task of a search space with the runs whose scores are held against it.</summary>
/// <param name="Target">The accuracies.</param>
/// <param name="Runs">Against those accuracies; several differ only in their seeds.</param>
/// <param name="Set">Tasks of a space with the same number have the same architectures.</param>
internal sealed record ScoredTask(Target Target, IReadOnlyList<ScoredRun> Runs, int Set)
{
    // With fewer the ceiling itself is uncertain by a tenth or more.
    private const int LeastTwins = 100;

    private readonly Lazy<double?> _ceiling = new(() =>
        NoiseCeiling.Of(Runs[0].Space, Runs[0].Table, Target) is { Architectures: >= LeastTwins } ceiling
        && ceiling.Tau.Value is > 0 and var tau
            ? tau
            : null
    );

    /// <summary>The search space.</summary>
    public ISearchSpace Space => Runs[0].Space;

    /// <summary>Space and dataset, as in "nasbench201/cifar10".</summary>
    public string Name => $"{Space.Id}/{Target.Dataset}";

    /// <summary>Dataset that the scored networks were built for; often the target's.</summary>
    public string ScoredOn => Runs[0].Manifest.Protocol.Dataset;

    /// <summary>Number of architectures.</summary>
    public int Architectures => Runs[0].Architectures.Count;

    /// <summary>
    /// About the highest τ-b there can be, from several trainings of one network or function; null where
    /// fewer than 100 architectures of the table have them, and then 1 is taken.
    /// </summary>
    public double? Ceiling => _ceiling.Value;
}
