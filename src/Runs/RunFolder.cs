using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>One folder is one run: what it holds speaks of one table, sample and protocol.</summary>
internal static class RunFolder
{
    /// <summary>
    /// The folder of a run that names none, after everything that would make it another run.
    /// </summary>
    /// <param name="manifest">The run.</param>
    /// <param name="table">Id of its table.</param>
    public static string Named(RunManifest manifest, string table)
    {
        var protocol = manifest.Protocol;
        string?[] parts =
        [
            table,
            protocol.Dataset,
            manifest.Target.Split == Split.Test ? null : "val",
            manifest.Sample is { } n ? Text($"{(manifest.StratifiedBy is null ? "n" : "strat")}{n}") : null,
            manifest.SampleSeed is { } drawn ? Text($"drawn{drawn}") : null,
            Text($"seed{protocol.Seed}"),
            Text($"batch{protocol.Batch}"),
            protocol.InputSource.Replace(':', '-'),
            protocol.InputSeed == protocol.Seed ? null : Text($"input{protocol.InputSeed}"),
            protocol.Init == Initialisation.Published ? null : protocol.Init,
            protocol.DType,
            protocol.DeviceName,
            protocol.Population == 1 ? null : Text($"population{protocol.Population}"),
        ];
        var name = string.Join('-', parts.Where(part => part is not null));
        var plain = string.Concat(name.Select(c => IsPlain(c) ? c : '_'));
        return Path.Combine("runs", plain.Replace("..", "_", StringComparison.Ordinal));

        static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';

        static string Text(FormattableString part) => part.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Where the shards of a run have their folders.</summary>
    public static string OfShards(string whole) => Path.TrimEndingDirectorySeparator(whole) + ".shards";

    /// <summary>The folder of a shard of the run whose folder is <paramref name="whole"/>.</summary>
    public static string OfShard(string whole, Shard shard)
    {
        var digits = shard.Count.ToString(CultureInfo.InvariantCulture).Length;
        var number = shard.Number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        return whole.Length == 0
            ? whole
            : Path.Combine(
                OfShards(whole),
                string.Create(CultureInfo.InvariantCulture, $"{number}-of-{shard.Count}")
            );
    }

    /// <summary>
    /// The run together with what its folder holds of it: the same run with other proxies is welcome, with a
    /// training where there was none too.
    /// </summary>
    /// <exception cref="UserError">
    /// It is empty, a file, or holds another run; each setting that differs is named.
    /// </exception>
    public static RunManifest Joined(string folder, RunManifest manifest)
    {
        if (folder.Length == 0)
        {
            throw new UserError("--out is empty; give the name of a folder");
        }

        if (File.Exists(folder))
        {
            throw new UserError($"--out '{folder}' is a file; give the name of a folder");
        }

        if (!File.Exists(Path.Combine(folder, RunManifest.FileName)))
        {
            return manifest;
        }

        var there = RunManifest.Load(folder);
        var differences = RunSettings.Differences(there, manifest);
        return differences.Count == 0
            ? manifest with
            {
                Proxies = [.. there.Proxies.Union(manifest.Proxies).Order(StringComparer.Ordinal)],
                Training = manifest.Training ?? there.Training,
            }
            : throw new UserError(
                $"{folder} holds another run: {string.Join("; ", differences.Select(item => item.Before))}; "
                    + "choose another folder with --out, or give the stored settings"
            );
    }
}
