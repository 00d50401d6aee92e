using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>How far a run or one of its shards is.</summary>
/// <param name="Shard">Which share of the run; null for a run that is not divided.</param>
/// <param name="HasBegun">Whether there is a folder of it.</param>
/// <param name="Finished">
/// How many architectures have the scores of the proxy that has the fewest, of all that any shard asks for.
/// </param>
/// <param name="Architectures">How many it is about.</param>
public sealed record RunProgress(Shard? Shard, bool HasBegun, int Finished, int Architectures)
{
    /// <summary>
    /// Of a run folder, or of all shards of a run, by the path of the run, of the folder of its shards, or of
    /// one of them. It reads only, while others score.
    /// </summary>
    /// <param name="path">The run.</param>
    /// <param name="tablePath">Current path of its table; null for where it was.</param>
    /// <exception cref="UserError">
    /// There is no such run, or its shards are of different divisions or settings.
    /// </exception>
    public static IReadOnlyList<RunProgress> Of(string path, string? tablePath = null)
    {
        if (File.Exists(Path.Combine(path, RunManifest.FileName)))
        {
            var manifest = RunManifest.Load(path);
            return [Of(path, manifest, RunTable.Open(manifest, tablePath).Table)];
        }

        var parent = Directory.Exists(RunFolder.OfShards(path)) ? RunFolder.OfShards(path) : path;
        var folders = Directory.Exists(parent)
            ? Directory
                .GetDirectories(parent)
                .Where(folder => File.Exists(Path.Combine(folder, RunManifest.FileName)))
                .Order(StringComparer.Ordinal)
                .ToList()
            : [];
        if (folders.Count == 0)
        {
            throw new UserError(
                $"'{path}' holds neither a run nor shards of one; give a folder that 'zcbench run' wrote"
            );
        }

        return OfShards(folders, tablePath);
    }

    private static List<RunProgress> OfShards(List<string> folders, string? tablePath)
    {
        var manifests = folders.ConvertAll(RunManifest.Load);
        var (first, count) = (manifests[0], manifests[0].Shard?.Count);
        var stranger = manifests.FindIndex(manifest => manifest.Shard?.Count != count);
        if (count is not { } shards || stranger >= 0)
        {
            var stated = stranger < 0 ? "no shard" : manifests[stranger].Shard?.ToString() ?? "no shard";
            throw new UserError(
                $"{folders[Math.Max(0, stranger)]} is {stated}, "
                    + "and what is beside it is of another division; give one folder at a time"
            );
        }

        RequireOneRun(folders, manifests);
        manifests = Together(manifests);
        var table = RunTable.Open(first, tablePath).Table;
        return
        [
            .. Enumerable
                .Range(1, shards)
                .Select(number =>
                    manifests.FindIndex(manifest => manifest.Shard!.Number == number) is >= 0 and var place
                        ? Of(folders[place], manifests[place], table)
                        : new(
                            new Shard(number, shards),
                            HasBegun: false,
                            0,
                            (first with { Shard = new Shard(number, shards) }).Rows(table).Count
                        )
                ),
        ];
    }

    private static void RequireOneRun(List<string> folders, List<RunManifest> manifests)
    {
        var first = manifests[0] with { Shard = null };
        foreach (var (folder, manifest) in folders.Zip(manifests))
        {
            var differences = RunSettings.Differences(first, manifest with { Shard = null });
            if (differences.Count > 0)
            {
                throw new UserError(
                    $"{folders[0]} and {folder} are shards of different runs: "
                        + $"{string.Join("; ", differences.Select(item => item.Beside))}; "
                        + "they cannot be merged, so score one of them again with the other's settings"
                );
            }
        }
    }

    // A shard that was not asked for a proxy of another lacks its scores, as merging them will say.
    private static List<RunManifest> Together(List<RunManifest> manifests)
    {
        string[] proxies = [.. manifests.SelectMany(manifest => manifest.Proxies).Distinct()];
        var training = manifests
            .Select(manifest => manifest.Training)
            .FirstOrDefault(item => item is not null);
        return manifests.ConvertAll(manifest =>
            manifest with
            {
                Proxies = proxies,
                Training = manifest.Training ?? training,
            }
        );
    }

    private static RunProgress Of(string folder, RunManifest manifest, BenchmarkTable table)
    {
        var mine = manifest.Architectures(table);
        if (!File.Exists(Path.Combine(folder, RunStore.FileName)))
        {
            return new(manifest.Shard, HasBegun: true, 0, mine.Count);
        }

        using var store = RunStore.OpenExisting(folder);
        var missing = RunGap.Of(store, manifest, mine).Select(gap => gap.Missing).DefaultIfEmpty().Max();
        return new(manifest.Shard, HasBegun: true, mine.Count - missing, mine.Count);
    }
}
