using System.Globalization;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Statistics;
using ZcBench.Reports.Statistics.Catalogue;
using ZcBench.Reports.Statistics.Resampling;

namespace ZcBench.Reports.Tables;

/// <summary>
/// The first table of every run: proxies ranked by Spearman's ρ with the trained accuracy, with bootstrap intervals,
/// coverage and cost. Undefined scores are ranked worst; correlations keep their sign.
/// </summary>
public static class RankedTable
{
    /// <summary>Builds the table.</summary>
    public static ReportTable Of(ScoredRun run, Bootstrap bootstrap)
    {
        var samples = run.Columns.Select(run.Sample).ToList();
        var spearman = bootstrap.Run(new Spearman(), samples);
        var kendall = bootstrap.Run(new KendallTauB(), samples);
        var order = Enumerable.Range(0, samples.Count)
            .OrderByDescending(i => spearman[i].Point.Value ?? double.NegativeInfinity)
            .ThenBy(i => run.Columns[i].Proxy.Id, StringComparer.Ordinal);
        var rows = order.Select((i, place) => (IReadOnlyList<string>)
        [
            Text(place + 1), run.Columns[i].Proxy.Id,
            Number(spearman[i].Point), Span(spearman[i].Interval()),
            Number(kendall[i].Point), Span(kendall[i].Interval()),
            Text(samples[i].Count), Text(run.Columns[i].Undefined),
            Milliseconds(run.Columns[i].MillisecondsPerArchitecture),
        ]);
        return new("ranked", Caption(run, bootstrap), Headings(bootstrap), [.. rows]);
    }

    /// <summary>An estimate with three digits, or a dash.</summary>
    internal static string Number(Estimate estimate) =>
        estimate.Value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";

    private static IReadOnlyList<ReportColumn> Headings(Bootstrap bootstrap)
    {
        var level = bootstrap.Level.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
        return
        [
            new("#"), new("proxy", IsNumber: false), new("Spearman ρ"), new($"{level} interval"), new("Kendall τ-b"),
            new($"{level} interval"), new("n"), new("undefined"), new("ms/arch"),
        ];
    }

    private static string Caption(ScoredRun run, Bootstrap bootstrap)
    {
        var manifest = run.Manifest;
        var table = run.Table.Description;
        return string.Create(CultureInfo.InvariantCulture,
            $"Rank correlation of zero-cost proxies with {manifest.Target} accuracy, n = {run.Architectures.Count}: {table.Title} "
            + $"({(manifest.Sample is null ? "all of the table" : $"sample, seed {manifest.Protocol.Seed}")}). Accuracies: {table.SeedAveraging}; {table.Source}. Scores: seed "
            + $"{manifest.Protocol.Seed}, batch {manifest.Protocol.Batch}, input {manifest.Protocol.Input}, {manifest.Protocol.DType} on {manifest.Protocol.Device}. Undefined scores "
            + $"rank worst; intervals are percentile intervals of {bootstrap.Resamples} bootstrap resamples over architectures.");
    }

    private static string Span(Interval interval) => $"[{Number(interval.Low)}, {Number(interval.High)}]";

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Milliseconds(double value) =>
        value.ToString(value >= 10 ? "0" : value >= 0.1 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
