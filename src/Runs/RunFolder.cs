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

    /// <summary>
    /// Refuses a folder that cannot be the run's. The same run with other proxies is welcome, with a training
    /// where there was none too.
    /// </summary>
    /// <exception cref="UserError">It is empty, a file, or holds another run.</exception>
    public static void RefuseOther(string folder, RunManifest manifest)
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
            return;
        }

        var there = RunManifest.Load(folder);
        var same = there with
        {
            Proxies = manifest.Proxies,
            Version = manifest.Version,
            Engine = manifest.Engine,
            Training =
                manifest.Training is null || there.Training is null ? manifest.Training : there.Training,
        };
        if (same != manifest)
        {
            var protocol = there.Protocol;
            var sample = there.Sample?.ToString(CultureInfo.InvariantCulture) ?? "all";
            var size = protocol.Dataset == there.Target.Dataset ? "" : $"networks for {protocol.Dataset}, ";
            var strata = there.StratifiedBy is { } by ? $" stratified by {by}" : "";
            throw new UserError(
                $"{folder} holds another run ({there.Table}, {there.Target}, sample {sample}{strata}, "
                    + $"{size}seed {protocol.Seed}, batch {protocol.Batch}, "
                    + $"input {protocol.Input}{(there.Training is { } recipe ? $", {recipe}" : "")}); "
                    + "choose another folder with --out"
            );
        }
    }
}
