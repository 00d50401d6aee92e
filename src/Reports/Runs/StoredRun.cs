using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Scores;

namespace ZcBench.Reports.Runs;

/// <summary>What a run folder refers to and holds, for <see cref="ScoredRun.Load"/>.</summary>
internal static class StoredRun
{
    private const int ShownOfChecksum = 12;

    /// <summary>The table that the run was made with.</summary>
    /// <exception cref="UserError">It is missing, or has changed.</exception>
    public static BenchmarkTable Table(string folder, RunManifest manifest, string? tablePath)
    {
        var path = tablePath ?? manifest.Table;
        if (tablePath is null && !KnownTables.Embedded.Contains(path) && !File.Exists(path))
        {
            throw new UserError(
                $"table '{path}' of the run in {folder} was not found relative to the current "
                    + "directory; pass its path with --table, or call zcbench where the run was made"
            );
        }

        var table = KnownTables.Open(path, manifest.Space);
        return table.Checksum == manifest.TableChecksum
            ? table
            : throw new UserError(
                $"table '{path}' is not the file this run was made with (its SHA-256 "
                    + $"is {Short(table.Checksum)}…, the run says {Short(manifest.TableChecksum)}…); "
                    + "restore the file or run again"
            );
    }

    /// <summary>A proxy's scores of the run's architectures.</summary>
    /// <exception cref="UserError">Some are missing.</exception>
    public static ScoreColumn Column(
        RunStore store,
        RunManifest manifest,
        ProxyInfo proxy,
        IReadOnlyList<Architecture> architectures
    )
    {
        var stored = store.Scores(manifest.Space, proxy, manifest.ProtocolOf(proxy.Id));
        var missing = architectures.Count(architecture => !stored.ContainsKey(architecture.Text));
        if (missing > 0)
        {
            throw new UserError(
                $"the run lacks scores of {proxy.Id} for {missing} of {architectures.Count} architectures; "
                    + "run the same command again, it continues where it stopped"
            );
        }

        var found = architectures.Select(architecture => stored[architecture.Text]).ToList();
        double[] milliseconds = [.. found.Select(item => item.Milliseconds)];
        var times = Timing.Of(milliseconds);
        return new(proxy, [.. found.Select(item => item.Score)], times.Median)
        {
            Timing = times,
            Milliseconds = milliseconds,
        };
    }

    private static string Short(string checksum) => checksum[..Math.Min(ShownOfChecksum, checksum.Length)];
}
