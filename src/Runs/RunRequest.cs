using ZcBench.Benchmarks.Tables;
using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>What a run is to score, how, and into which folder.</summary>
/// <param name="Table">An embedded table, or the path of a CSV file.</param>
public sealed record RunRequest(string Table)
{
    /// <summary>
    /// What shares one forward and two backward passes: a minute or two for the embedded table on two cores.
    /// </summary>
    public const string UsualProxies = "das,flops,grad_norm,jacob_cov,params,snip,synflow,wot";

    /// <summary>Search space of the table; null if its description or its columns state it.</summary>
    public string? Space { get; init; }

    /// <summary>
    /// Accuracies to compare with; null for test, or for validation where the table has those alone.
    /// </summary>
    public Split? Split { get; init; }

    /// <summary>Training epochs of the accuracies; null for the most that the table has.</summary>
    public int? Epochs { get; init; }

    /// <summary>Architectures to draw from the table; null for all.</summary>
    public int? Sample { get; init; }

    /// <summary>Seed of the sample only; null for that of <see cref="Network"/>.</summary>
    public long? SampleSeed { get; init; }

    /// <summary>
    /// Whether the sample is stratified by the accuracies that it is compared with: one architecture from
    /// each of so many equal parts of the table.
    /// </summary>
    public bool IsStratified { get; init; }

    /// <summary>Which share of the run to score; null for all of it.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Comma-separated proxies and aggregates, rank_sum:a+b, or all.</summary>
    public string Proxies { get; init; } = UsualProxies;

    /// <summary>What networks are built and fed.</summary>
    public NetworkRequest Network { get; init; } = new();

    /// <summary>How networks are trained for the proxies that ask for it, such as wot@20.</summary>
    public TrainingRequest Training { get; init; } = new();

    /// <summary>Workers, threads and memory.</summary>
    public Resources Resources { get; init; } = new();

    /// <summary>The command as it was typed, for the run's record; empty for a program's call.</summary>
    public string Command { get; init; } = "";

    /// <summary>
    /// Run folder; null for one named after the settings, inside "runs". A shard has a folder of its own,
    /// beside it.
    /// </summary>
    public string? Folder { get; init; }
}
