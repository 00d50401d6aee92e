using ZcBench.Benchmarks;
using ZcBench.Reports.Populations;
using ZcBench.Reports.Runs;
using ZcBench.Scores;
using ZcBench.Scores.Published;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Analysis;

/// <summary>Scores that others published, on the architectures of a run.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Checksum">SHA-256 of the file.</param>
/// <param name="Elsewhere">Architectures of the file that are not of this run.</param>
/// <param name="Populations">The file's columns on each population that is printed.</param>
/// <param name="Agreements">Each of theirs with each of ours.</param>
public sealed record PublishedReport(
    string File,
    string Checksum,
    int Elsewhere,
    IReadOnlyList<PublishedPopulation> Populations,
    IReadOnlyList<Agreement> Agreements
)
{
    /// <summary>The report of one file.</summary>
    public static PublishedReport Of(
        ScoredRun run,
        PublishedScores published,
        IReadOnlyList<Population> populations,
        Bootstrap bootstrap
    )
    {
        var rows = run
            .Architectures.Index()
            .ToDictionary(item => item.Item.Text, item => item.Index, StringComparer.Ordinal);
        var elsewhere = published
            .Columns.SelectMany(column => column.Scores.Keys)
            .Distinct(StringComparer.Ordinal)
            .Count(text => !rows.ContainsKey(text));
        var whole = run.Whole();
        var columns = published
            .Columns.Select(column => new Joined(published, column, run, populations[0].Rows))
            .ToList();
        if (columns.TrueForAll(column => column.Listed.Length == 0))
        {
            throw new UserError(
                $"{published.File} scores no architecture of the run; give scores of the same architectures"
            );
        }

        var reports = populations.Select(population => new PublishedPopulation(
            population,
            [
                .. published
                    .Columns.Select(column => new Joined(published, column, run, population.Rows))
                    .GroupBy(column => column.Key, StringComparer.Ordinal)
                    .SelectMany(group => Reports(run, [.. group], bootstrap))
                    .OrderByDescending(report => report.Rho.Point.Value ?? double.NegativeInfinity)
                    .ThenBy(report => report.Id, StringComparer.Ordinal),
            ]
        ));
        return new(
            Path.GetFileName(published.File),
            published.Checksum,
            elsewhere,
            [.. reports],
            [.. columns.AsParallel().AsOrdered().SelectMany(column => Compare(whole, column))]
        );
    }

    // Columns on the same architectures share their resamples and the baselines there.
    private static IEnumerable<PublishedProxy> Reports(
        ScoredRun run,
        IReadOnlyList<Joined> columns,
        Bootstrap bootstrap
    )
    {
        var part = run.Select(columns[0].Defined);
        var baseline = part
            .Baselines.Select(column => (column.Proxy.Id, Sample: part.Sample(column)))
            .OrderByDescending(item => new Spearman().Compute(item.Sample).Value ?? double.NegativeInfinity)
            .FirstOrDefault();
        var samples = columns
            .Select(column =>
                part.RandomChoice.WithScores([
                    .. column.Defined.Select(row => column.Sign * column.Scores[row]!.Value.Value),
                ])
            )
            .ToList();
        var all = baseline.Sample is null ? samples : [.. samples, baseline.Sample];
        var rho = bootstrap.Run(new Spearman(), all);
        var tau = bootstrap.Run(new KendallTauB(), all);
        return columns.Select(
            (column, i) =>
            {
                var listed = run.Select(column.Listed);
                var scores = new ScoreColumn(
                    column.Card,
                    [.. column.Listed.Select(row => column.Scores[row]!.Value)],
                    0
                );
                var sized = part.Sized(samples[i]);
                var gain = baseline.Sample is null
                    ? null
                    : new Gain(
                        baseline.Id,
                        rho[i].Minus(rho[^1]),
                        tau[i].Minus(tau[^1]),
                        Estimate.Undefined("not corrected")
                    );
                return new PublishedProxy(
                    column.Id,
                    rho[i].Interval(),
                    tau[i].Interval(),
                    gain,
                    Coverage.Of(scores, listed.Sample(scores)),
                    new TopDecileSpearman().Compute(samples[i]),
                    new TauWithinSize().Compute(sized),
                    new PartialRho().Compute(sized),
                    column.MeanSeconds
                );
            }
        );
    }

    private static IEnumerable<Agreement> Compare(RunSubset whole, Joined theirs)
    {
        foreach (var ours in whole.Columns.Where(column => column.Origin is null))
        {
            var oriented = ours.Oriented();
            // The same definition has the same direction, whether the file states it or not.
            var sign =
                ours.Proxy.Direction == Direction.LowerIsBetter && Namesakes.Are(ours.Proxy.Id, theirs.Id)
                    ? -1
                    : theirs.Sign;
            var common = theirs.Defined.Where(row => ours.Scores[row].IsDefined).ToArray();
            var (left, right) = (
                Ranks.Of([.. common.Select(row => oriented[row])]),
                Ranks.Of([.. common.Select(row => sign * theirs.Scores[row]!.Value.Value)])
            );
            yield return new(
                ours.Proxy.Id,
                theirs.Id,
                common.Length,
                Spearman.Of(left, right),
                KendallTauB.Of(left, right)
            );
        }
    }

    /// <summary>A published column in the order of the run.</summary>
    private sealed class Joined
    {
        public Joined(PublishedScores file, PublishedColumn column, ScoredRun run, IReadOnlyList<int> rows)
        {
            Id = column.Id;
            MeanSeconds = column.MeanSeconds;
            Sign = column.Sign;
            Scores =
            [
                .. run.Architectures.Select(architecture =>
                    column.Scores.TryGetValue(architecture.Text, out var score) ? score : (Score?)null
                ),
            ];
            Listed = [.. rows.Where(row => Scores[row] is not null)];
            Defined = [.. Listed.Where(row => Scores[row]!.Value.IsDefined)];
            Key = string.Join(',', Defined);
            Card = file.Card(column, column.Direction ?? Direction.HigherIsBetter);
        }

        public string Id { get; }

        public double? MeanSeconds { get; }

        public int Sign { get; }

        public IReadOnlyList<Score?> Scores { get; }

        public int[] Listed { get; }

        public int[] Defined { get; }

        public string Key { get; }

        public ProxyInfo Card { get; }
    }
}
