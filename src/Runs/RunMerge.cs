using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>
/// Joins run folders that are parts of one run, by other proxies or other architectures, into a new folder
/// with every score of theirs once. Parts may come from other versions of the tensor library, as a run that
/// is continued may: the protocol says what makes two scores the same measurement, and the library is not in
/// it.
/// </summary>
public static class RunMerge
{
    private const string Unfinished = ".new";
    private static readonly HashSet<string> Compared = new(["--seed", "--dataset"], StringComparer.Ordinal);

    /// <summary>Joins them; the folder appears when all of it is there.</summary>
    /// <param name="folders">The parts, at least two.</param>
    /// <param name="output">The new folder.</param>
    /// <param name="tablePath">Current path of their table; null for that of the first part.</param>
    /// <exception cref="UserError">
    /// They are not parts of one run, two of them hold one score with different values, or the folder exists.
    /// </exception>
    public static MergedRun Write(IReadOnlyList<string> folders, string output, string? tablePath = null)
    {
        RequireDistinct(folders);
        var manifests = folders.Select(RunManifest.Load).ToList();
        var wholes = manifests.ConvertAll(part => part with { Shard = null });
        for (var i = 1; i < folders.Count; i++)
        {
            RequireSame(folders[0], wholes[0], folders[i], wholes[i]);
        }

        RequireAllShards([.. manifests.Select(manifest => manifest.Shard)]);

        var target = Free(output);
        var (path, table) = RunTable.Open(manifests[0], tablePath);
        var manifest = wholes[0] with
        {
            Version = Together(manifests.Select(item => item.Version)),
            Engine = Together(manifests.Select(item => item.Engine)),
            Table = path,
            Proxies =
            [
                .. manifests.SelectMany(item => item.Proxies).Distinct().Order(StringComparer.Ordinal),
            ],
            Training = manifests.Select(item => item.Training).FirstOrDefault(item => item is not null),
        };
        var architectures = manifest.Architectures(table);
        var parts = new List<(string Folder, RunStore Store)>();
        try
        {
            parts.AddRange(folders.Select(folder => (folder, RunStore.OpenExisting(folder))));
            RequireOneVersion(parts);
            RequireFinishedShards(parts, manifests, table);
            return Finish(target, manifest, architectures, parts);
        }
        finally
        {
            parts.ForEach(part => part.Store.Dispose());
        }
    }

    private static void RequireDistinct(IReadOnlyList<string> folders)
    {
        if (folders.Count < 2)
        {
            throw new UserError("merging takes at least two run folders; name all parts of the run");
        }

        var places = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            if (!places.Add(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))))
            {
                throw new UserError($"{folder} is named twice; name each part of the run once");
            }
        }
    }

    private static void RequireSame(string first, RunManifest one, string second, RunManifest other)
    {
        var differences = RunSettings.Differences(one, other);
        if (differences.Count > 0)
        {
            var remedy =
                !differences.All(item => Compared.Contains(item.Name)) ? "only parts of one run can be joined"
                : one.Sample is not null && one.SampledWith != other.SampledWith
                    ? "they are compared, not joined, and a comparison takes one sample: "
                        + "draw it with one --sample-seed"
                : "they are compared, not joined: give all to zcbench report or zcbench stats";
            throw new UserError(
                $"{first} and {second} are different runs: "
                    + $"{string.Join("; ", differences.Select(item => item.Beside))}; {remedy}"
            );
        }
    }

    // A part that is no shard holds architectures of the whole run.
    private static void RequireAllShards(IReadOnlyList<Shard?> shards)
    {
        if (shards.Contains(null))
        {
            return;
        }

        var counts = shards.Select(shard => shard!.Count).Distinct().ToList();
        if (counts.Count > 1)
        {
            throw new UserError(
                $"the runs are shards of different divisions ({shards[0]} "
                    + $"and {shards.First(shard => shard!.Count != counts[0])}); merge the shards of one"
            );
        }

        var missing = Enumerable
            .Range(1, counts[0])
            .Select(number => new Shard(number, counts[0]))
            .Except(shards)
            .ToList();
        if (missing.Count > 0)
        {
            throw new UserError(
                $"{Shown(missing)} missing; name {(missing.Count == 1 ? "its folder" : "their folders")} "
                    + "too, or score what is missing with the same command and --shard"
            );
        }
    }

    private static string Shown(IReadOnlyList<Shard?> shards)
    {
        const int Most = 8;
        var names = string.Join(", ", shards.Take(Most));
        var more = shards.Count > Most ? $" and {shards.Count - Most} more" : "";
        return shards.Count == 1 ? $"shard {names} is" : $"shards {names}{more} are";
    }

    private static void RequireFinishedShards(
        IReadOnlyList<(string Folder, RunStore Store)> parts,
        IReadOnlyList<RunManifest> manifests,
        BenchmarkTable table
    )
    {
        foreach (var ((folder, store), manifest) in parts.Zip(manifests))
        {
            if (manifest.Shard is null)
            {
                continue;
            }

            var mine = manifest.Architectures(table);
            if (RunGap.Of(store, manifest, mine) is [var gap, ..])
            {
                throw new UserError(
                    $"{folder} is not finished: {gap.Proxy} lacks scores of {gap.Missing} of {mine.Count} "
                        + $"architectures; the same command with --shard {manifest.Shard} goes on"
                );
            }
        }
    }

    private static string Free(string output)
    {
        if (output.Length == 0)
        {
            throw new UserError("--out is empty; give the name of a new folder");
        }

        var target = Path.TrimEndingDirectorySeparator(output);
        return
            File.Exists(target)
            || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            ? throw new UserError(
                $"--out '{output}' exists, and merging makes a new folder; choose another name"
            )
            : target;
    }

    private static string Together(IEnumerable<string> texts) =>
        string.Join(" and ", texts.SelectMany(text => text.Split(" and ")).Distinct());

    private static void RequireOneVersion(IReadOnlyList<(string Folder, RunStore Store)> parts)
    {
        var known = new Dictionary<string, (string Folder, int Version)>(StringComparer.Ordinal);
        foreach (var (folder, store) in parts)
        {
            foreach (var series in store.Series().GroupBy(item => item.Proxy.Id))
            {
                var newest = series.Max(item => item.Proxy.Version);
                if (!known.TryAdd(series.Key, (folder, newest)) && known[series.Key].Version != newest)
                {
                    throw new UserError(
                        $"{series.Key} has version {known[series.Key].Version} in {known[series.Key].Folder} "
                            + $"and {newest} in {folder}, which give other numbers; "
                            + "run the part with the lower version again"
                    );
                }
            }
        }
    }

    private static MergedRun Finish(
        string target,
        RunManifest manifest,
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<(string Folder, RunStore Store)> parts
    )
    {
        var unfinished = target + Unfinished;
        Clear(unfinished);
        try
        {
            MergedRun merged;
            using (var store = RunStore.Open(unfinished))
            {
                var scores = Join(store, manifest.Space, parts);
                manifest.Save(unfinished);
                RunSession.Save(
                    unfinished,
                    [.. parts.SelectMany(part => RunSession.Read(part.Folder)).OrderBy(item => item.Started)]
                );
                merged = new(
                    manifest,
                    architectures.Count,
                    scores,
                    RunGap.Of(store, manifest, architectures)
                );
            }

            if (Directory.Exists(target))
            {
                Directory.Delete(target);
            }

            Directory.Move(unfinished, target);
            return merged;
        }
        catch
        {
            Clear(unfinished);
            throw;
        }
    }

    // What a merge that was killed left.
    private static void Clear(string unfinished)
    {
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }
    }

    private static long Join(
        RunStore into,
        string space,
        IReadOnlyList<(string Folder, RunStore Store)> parts
    )
    {
        var count = 0L;
        var holders = parts
            .SelectMany(part => part.Store.Series().Select(series => (part, series)))
            .GroupBy(item => (item.series.Proxy.Id, item.series.Proxy.Version, item.series.Protocol));
        foreach (var group in holders)
        {
            var (card, protocol) = (group.First().series.Proxy, group.Key.Protocol);
            var scores = new Dictionary<string, (string Folder, StoredScore Score)>(StringComparer.Ordinal);
            foreach (var ((folder, store), _) in group)
            {
                foreach (var score in store.Scores(space, card, protocol).Values)
                {
                    if (!scores.TryAdd(score.Architecture, (folder, score)))
                    {
                        RequireEqual(scores[score.Architecture], (folder, score));
                    }
                }
            }

            into.Register([card]);
            into.Add(
                space,
                protocol,
                [
                    .. scores
                        .Values.Select(item => (card, item.Score))
                        .OrderBy(item => item.Score.Architecture, StringComparer.Ordinal),
                ]
            );
            count += scores.Count;
        }

        return count;
    }

    private static void RequireEqual(
        (string Folder, StoredScore Score) first,
        (string Folder, StoredScore Score) second
    )
    {
        if (first.Score.Score != second.Score.Score)
        {
            throw new UserError(
                $"{first.Score.Proxy} of {first.Score.Architecture} is {first.Score.Score} in {first.Folder} "
                    + $"and {second.Score.Score} in {second.Folder}; "
                    + $"forget one of them (zcbench drop FOLDER --proxies {first.Score.Proxy})"
            );
        }
    }
}
