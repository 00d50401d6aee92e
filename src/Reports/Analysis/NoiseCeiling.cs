using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Analysis;

/// <summary>
/// About the most that a deterministic proxy can reach: how well one training predicts another of the same
/// network or, where the table has one training of each, of the same function. A proxy that knew the expected
/// accuracies would do a little better, for these accuracies carry chance too.
/// </summary>
/// <param name="Rho">Spearman's ρ: the mean over pairs of trainings, or that of twins.</param>
/// <param name="Tau">Kendall's τ-b alike.</param>
/// <param name="Architectures">Number of architectures behind it.</param>
/// <param name="Trainings">How many trainings the table has; 0 where twins stand in for them.</param>
/// <param name="Twins">
/// Architectures of the same function; null where the space does not tell functions apart, or no two share
/// one.
/// </param>
public sealed record NoiseCeiling(Estimate Rho, Estimate Tau, int Architectures, int Trainings, Twins? Twins)
{
    /// <summary>What it says, for captions.</summary>
    public string Meaning =>
        Trainings > 0
            ? $"how well one of the table's {Trainings} trainings predicts another, mean over pairs"
            : "how well architectures of the same function predict each other's accuracy "
                + $"({Architectures} of the table share their function)";

    /// <summary>The ceiling of a table's accuracies; null where nothing is known of it.</summary>
    public static NoiseCeiling? Of(ISearchSpace space, BenchmarkTable table, Target target)
    {
        var twins = Twins.Of(space, table, target);
        return OfTrainings([.. table.Trials(target).Values], twins)
            ?? (
                twins is null
                    ? null
                    : new(
                        twins.Values[new EqualFunctionRho().Info.Id],
                        twins.Values[new EqualFunctionTau().Info.Id],
                        twins.SharingFunction,
                        Trainings: 0,
                        twins
                    )
            );
    }

    // Each pair over the architectures that have both trainings.
    private static NoiseCeiling? OfTrainings(IReadOnlyList<double>[] trials, Twins? twins)
    {
        var samples = new List<Sample>();
        var most = 0;
        foreach (var (i, one) in trials.Index())
        {
            foreach (var other in trials.Skip(i + 1))
            {
                int[] both =
                [
                    .. Enumerable
                        .Range(0, one.Count)
                        .Where(row => !double.IsNaN(one[row]) && !double.IsNaN(other[row])),
                ];
                if (both.Length > 1)
                {
                    most = Math.Max(most, both.Length);
                    samples.Add(new([.. both.Select(row => one[row])], [.. both.Select(row => other[row])]));
                }
            }
        }

        return samples.Count == 0
            ? null
            : new(Mean(new Spearman()), Mean(new KendallTauB()), most, trials.Length, twins);

        Estimate Mean(IStatistic statistic)
        {
            var values = samples.ConvertAll(statistic.Compute);
            var undefined = values.FindIndex(value => value.Value is null);
            return undefined < 0
                ? Estimate.Of(values.Average(value => value.Value!.Value))
                : values[undefined];
        }
    }
}
