using ZcBench.Benchmarks;
using ZcBench.Reports.Runs;
using ZcBench.Scores;

namespace ZcBench.Reports.Analysis;

/// <summary>Runs may be put together when nothing but seeds differs.</summary>
internal static class SameKind
{
    public static void Require(IReadOnlyList<ScoredRun> runs)
    {
        if (runs.Count == 0)
        {
            throw new UserError("give the folder of at least one run");
        }

        var first = runs[0].Manifest;
        foreach (var (place, run) in runs.Index().Skip(1))
        {
            var other = run.Manifest;
            Same("search spaces", first.Space, other.Space);
            Same("targets", first.Target, other.Target);
            if (first.TableChecksum != other.TableChecksum)
            {
                throw new UserError(
                    $"the runs are of different tables, {first.Table} and {other.Table}; "
                        + "give runs of one table"
                );
            }

            if (!runs[0].Architectures.SequenceEqual(run.Architectures))
            {
                throw new UserError(
                    "the runs are of different samples, "
                        + $"{runs[0].Architectures.Count} architectures of seed {Drawn(first)} "
                        + $"and {run.Architectures.Count} of seed {Drawn(other)}; "
                        + "draw the same ones with --sample, --sample-seed and --stratified"
                );
            }

            var (one, two) = (first.Protocol, other.Protocol);
            Same("inputs", one.InputSource, two.InputSource);
            Same("batch sizes", one.Batch, two.Batch);
            Same("initialisations", one.Init, two.Init);
            Same("datasets", one.Dataset, two.Dataset);
            Same("precisions", one.DType, two.DType);
            Same("devices", one.Device, two.Device);
            if (
                runs.Take(place)
                    .Any(earlier =>
                        earlier.Manifest.Protocol.Seed == two.Seed
                        && earlier.Manifest.Protocol.InputSeed == two.InputSeed
                    )
            )
            {
                throw new UserError(
                    $"two runs have seed {two.Seed} and input seed {two.InputSeed}; give each run once"
                );
            }
        }
    }

    private static string Drawn(RunManifest manifest) =>
        manifest.StratifiedBy is { } strata
            ? $"{manifest.SampledWith} stratified by {strata}"
            : $"{manifest.SampledWith}";

    private static void Same<T>(string what, T one, T other)
    {
        if (!EqualityComparer<T>.Default.Equals(one, other))
        {
            throw new UserError(
                $"the runs are of different {what}, {one} and {other}; "
                    + "give runs that differ only in their seeds"
            );
        }
    }
}
