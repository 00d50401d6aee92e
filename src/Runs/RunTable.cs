using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>The table of a run, found again.</summary>
internal static class RunTable
{
    /// <summary>Its path and what it holds.</summary>
    /// <param name="manifest">The run.</param>
    /// <param name="tablePath">Current path of the table; null for where it was.</param>
    /// <exception cref="UserError">It is not there, or another file.</exception>
    public static (string Path, BenchmarkTable Table) Open(RunManifest manifest, string? tablePath)
    {
        var path = tablePath ?? manifest.Table;
        if (!KnownTables.Embedded.Contains(path) && !File.Exists(path))
        {
            throw new UserError($"table '{path}' of the runs was not found; pass its path with --table");
        }

        var table = KnownTables.Open(path, manifest.Space);
        return table.Checksum == manifest.TableChecksum
            ? (path, table)
            : throw new UserError(
                $"table '{path}' is not the file that the runs were made with (its SHA-256 differs); "
                    + "pass the path of that file with --table"
            );
    }
}
