using System.Text.Json.Nodes;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Files;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;
using ZcBench.Scores;
using ZcBench.Statistics;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Page;

/// <summary>
/// What the page reads first: proxies, targets, populations and their correlations; what is many lies in the
/// pack.
/// </summary>
internal static class PageData
{
    public static string Title(ReportSubject subject) =>
        $"Zero-cost proxies on {subject.Main.Run.Space.Title}";

    public static JsonObject Of(ReportSubject subject, NumberPack numbers)
    {
        var main = subject.Main;
        var runs = new List<ScoredRun>();
        var targets = new JsonArray();
        foreach (var analysis in subject.Targets)
        {
            var place = runs.FindIndex(run =>
                analysis.Run.Manifest with { Target = run.Manifest.Target } == run.Manifest
            );
            if (place < 0)
            {
                place = runs.Count;
                runs.Add(analysis.Run);
            }

            targets.Add(TargetOf(analysis, place, numbers));
        }

        return new()
        {
            ["title"] = Title(subject),
            ["level"] = NumberText.Level(main.Bootstrap),
            ["proxies"] = new JsonArray([
                .. subject
                    .Targets.SelectMany(analysis => analysis.Populations[0].Proxies)
                    .DistinctBy(proxy => proxy.Id)
                    .OrderBy(proxy => proxy.Id, StringComparer.Ordinal)
                    .Select(proxy => ProxyCard.Of(proxy.Column)),
            ]),
            ["runs"] = new JsonArray([.. runs.Select(run => RunOf(run, numbers))]),
            ["targets"] = targets,
        };
    }

    private static JsonObject RunOf(ScoredRun run, NumberPack numbers) =>
        new()
        {
            ["architectures"] = numbers.Lines(run.Architectures.Select(architecture => architecture.Text)),
            ["columns"] = new JsonArray([.. run.Whole().Columns.Select(column => ColumnOf(column, numbers))]),
        };

    private static JsonObject ColumnOf(ScoreColumn column, NumberPack numbers)
    {
        var json = new JsonObject { ["id"] = column.Proxy.Id, ["scores"] = numbers.Scores(column.Scores) };
        var reasons = column
            .Scores.Select(score => score.Reason)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Take(byte.MaxValue)
            .ToList();
        if (reasons.Count > 0)
        {
            json["reasons"] = new JsonArray([.. reasons.Select(reason => (JsonNode)reason)]);
            json["reason"] = numbers.Octets(
                column.Scores.Select(score =>
                    (byte)(score.Reason is null ? 0 : Math.Max(0, reasons.IndexOf(score.Reason)))
                )
            );
        }

        return json;
    }

    private static JsonObject TargetOf(RunAnalysis analysis, int run, NumberPack numbers)
    {
        var (target, protocol) = (analysis.Run.Manifest.Target, analysis.Run.Manifest.Protocol);
        return new()
        {
            ["dataset"] = target.Dataset,
            ["split"] = target.Split == Split.Test ? "test" : "validation",
            ["epochs"] = target.Epochs,
            ["metric"] = target.Measure.Title,
            ["unit"] = target.Measure.IsPercent ? " %" : "",
            ["digits"] = target.Measure.IsPercent ? 2 : 4,
            ["scored"] = protocol.Dataset,
            ["command"] = RunCommandLine.Of(analysis.Run.Manifest),
            ["provenance"] = Provenance(analysis),
            ["run"] = run,
            ["accuracy"] = numbers.Singles(analysis.Run.Accuracies),
            ["ceiling"] = analysis.Ceiling is { } ceiling
                ? new JsonArray(Number(ceiling.Rho), Number(ceiling.Tau), ceiling.Architectures)
                : null,
            ["populations"] = new JsonArray([
                .. analysis.Populations.Select(population => PopulationOf(analysis, population, numbers)),
            ]),
        };
    }

    private static JsonObject PopulationOf(
        RunAnalysis analysis,
        PopulationReport report,
        NumberPack numbers
    ) =>
        new()
        {
            ["id"] = report.Population.Id,
            ["title"] = report.Population.Title,
            ["n"] = report.Population.Rows.Count,
            ["rows"] = numbers.Set(report.Population.Rows, analysis.Run.Architectures.Count),
            ["baseline"] = report.Baseline,
            ["caption"] = RankedTable.Brief(analysis.Run, report, analysis.Ceiling, analysis.Bootstrap).Text,
            ["ranking"] = new JsonArray([
                .. report.Proxies.Select(proxy => new JsonObject
                {
                    ["id"] = proxy.Id,
                    ["rho"] = IntervalOf(proxy.Rho),
                    ["tau"] = IntervalOf(proxy.Tau),
                    ["gainRho"] = GainOf(proxy, gain => gain.Rho.Difference),
                    ["gainTau"] = GainOf(proxy, gain => gain.Tau.Difference),
                    ["undefined"] = proxy.Coverage.Asked - proxy.Coverage.Defined,
                    ["ms"] = proxy.Column.MillisecondsPerArchitecture,
                }),
            ]),
        };

    private static JsonArray? GainOf(ProxyReport proxy, Func<Gain, Interval> interval) =>
        proxy.Gain is { } gain && gain.Baseline != proxy.Id ? IntervalOf(interval(gain)) : null;

    private static JsonArray IntervalOf(Interval interval) =>
        [Number(interval.Point), Number(interval.Low), Number(interval.High)];

    private static JsonValue? Number(Estimate estimate) =>
        estimate.Value is { } value ? JsonValue.Create(Math.Round(value, 5)) : null;

    private static JsonArray Provenance(RunAnalysis analysis) =>
        new([
            .. RunProvenance
                .Of(analysis)
                .Select(line => new JsonArray(JsonValue.Create(line.Name), JsonValue.Create(line.Text))),
        ]);
}
