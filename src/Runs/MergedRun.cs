using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>What <see cref="RunMerge"/> made of several runs.</summary>
/// <param name="Manifest">What the new folder states.</param>
/// <param name="Architectures">How many architectures the run is about.</param>
/// <param name="Scores">How many scores the folder holds.</param>
/// <param name="Missing">Proxies that no part finished: the run's own command completes them.</param>
public sealed record MergedRun(
    RunManifest Manifest,
    int Architectures,
    long Scores,
    IReadOnlyList<RunGap> Missing
);
