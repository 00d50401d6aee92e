using System.Text.Json.Nodes;
using ZcBench.Reports.Analysis;
using ZcBench.Scores;
using ZcBench.Statistics;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Files;

/// <summary>
/// An analysis as JSON: every number with all its digits, {"undefined": reason} where there is none. Names
/// and order are stable; times are the only values that differ between two runs of the same settings.
/// </summary>
internal static class AnalysisJson
{
    /// <summary>The whole analysis.</summary>
    public static JsonObject Of(RunAnalysis analysis) =>
        new()
        {
            ["setting"] = Setting(analysis),
            ["noise_ceiling"] = analysis.Ceiling is { } ceiling
                ? new JsonObject
                {
                    ["spearman_rho"] = Of(ceiling.Rho),
                    ["kendall_tau_b"] = Of(ceiling.Tau),
                    ["n"] = ceiling.Architectures,
                    ["trainings"] = ceiling.Trainings,
                    ["twins"] = ceiling.Twins is { } twins
                        ? new JsonObject
                        {
                            ["architectures"] = twins.Architectures,
                            ["functions"] = twins.Functions,
                            ["with_twin"] = twins.SharingFunction,
                            ["values"] = Of(twins.Values),
                        }
                        : null,
                }
                : null,
            ["rungs"] = List(
                analysis.Fidelities,
                fidelity => new JsonObject
                {
                    ["predictor"] = fidelity.Predictor.ToString(),
                    ["spearman_rho"] = Of(fidelity.Rho),
                    ["kendall_tau_b"] = Of(fidelity.Tau),
                    ["top_decile_rho"] = Of(fidelity.TopDecileRho),
                }
            ),
            ["populations"] = List(analysis.Populations, Of),
            ["redundancy"] = new JsonObject
            {
                ["ids"] = List(analysis.Redundancy.Ids, id => id),
                ["kendall_tau_b"] = List(analysis.Redundancy.Tau, row => List(row, Of)),
                ["aliases"] = List(analysis.Redundancy.Aliases, group => List(group, id => id)),
            },
            ["stability"] = List(
                analysis.Stability,
                item => new JsonObject
                {
                    ["aggregate"] = item.Aggregate,
                    ["left_out"] = item.LeftOut,
                    ["draws"] = item.Draws,
                    ["mean_tau"] = Of(item.MeanTau),
                    ["least_tau"] = Of(item.LeastTau),
                }
            ),
            ["spread"] = List(
                analysis.Spread,
                item => new JsonObject
                {
                    ["proxy"] = item.Proxy,
                    ["varied"] = item.Varied,
                    ["runs"] = item.Runs,
                    ["rho_deviation"] = Of(item.RhoDeviation),
                    ["tau_deviation"] = Of(item.TauDeviation),
                    ["self_rho"] = Of(item.SelfRho),
                }
            ),
            ["training"] = analysis.Training is { } training
                ? new JsonObject
                {
                    ["recipe"] = training.Recipe.ToString(),
                    ["proxies"] = List(training.Curves, Of),
                }
                : null,
            ["published"] = List(analysis.Published, Of),
        };

    private static JsonObject Setting(RunAnalysis analysis)
    {
        var (manifest, table) = (analysis.Run.Manifest, analysis.Run.Table.Description);
        var protocol = manifest.Protocol;
        return new()
        {
            ["zcbench"] = manifest.Version,
            ["engine"] = manifest.Engine,
            ["space"] = manifest.Space,
            ["table"] = table.Id,
            ["table_sha256"] = manifest.TableChecksum,
            ["target"] = manifest.Target.ToString(),
            ["seed_averaging"] = table.SeedAveraging,
            ["source"] = table.Source,
            ["runs"] = analysis.Runs,
            ["architectures"] = analysis.Run.Architectures.Count,
            ["protocol"] = new JsonObject
            {
                ["seed"] = protocol.Seed,
                ["input_seed"] = protocol.InputSeed,
                ["dataset"] = protocol.Dataset,
                ["input"] = protocol.InputSource,
                ["batch"] = protocol.Batch,
                ["init"] = protocol.Init,
                ["dtype"] = protocol.DType,
                ["device"] = protocol.Device,
            },
            ["bootstrap"] = new JsonObject
            {
                ["resamples"] = analysis.Bootstrap.Resamples,
                ["level"] = analysis.Bootstrap.Level,
                ["seed"] = analysis.Bootstrap.Seed,
            },
        };
    }

    private static JsonObject Of(PopulationReport report) =>
        new()
        {
            ["id"] = report.Population.Id,
            ["title"] = report.Population.Title,
            ["architectures"] = report.Population.Rows.Count,
            ["baseline"] = report.Baseline,
            ["random_choice"] = Of(report.Random),
            ["proxies"] = List(report.Proxies, Of),
            ["comparisons"] = List(
                report.Comparisons,
                pair => new JsonObject
                {
                    ["first"] = pair.First,
                    ["second"] = pair.Second,
                    ["tau_difference"] = Of(pair.Tau),
                    ["holm_p"] = Of(pair.Holm),
                }
            ),
        };

    private static JsonObject Of(ProxyReport report) =>
        new()
        {
            ["id"] = report.Id,
            ["card"] = Card(report.Column),
            ["spearman_rho"] = Of(report.Rho),
            ["kendall_tau_b"] = Of(report.Tau),
            ["gain"] = Of(report.Gain),
            ["coverage"] = Of(report.Coverage),
            ["values"] = Of(report.Values),
            ["by_convolutions"] = List(
                report.Profile,
                group => new JsonObject
                {
                    ["convolutions"] = group.Convolutions,
                    ["architectures"] = group.Count,
                    ["spearman_rho"] = Of(group.Rho),
                }
            ),
            ["milliseconds_per_architecture"] = report.Column.MillisecondsPerArchitecture,
            ["milliseconds_quartiles"] = report.Column.Timing is { } timing
                ? new JsonArray(timing.Lower, timing.Upper)
                : null,
        };

    private static JsonObject Card(ScoreColumn column) =>
        new()
        {
            ["version"] = column.Proxy.Version,
            ["label_budget"] = (int)column.Proxy.LabelBudget,
            ["direction"] = column.Proxy.Direction.ToString(),
            ["init"] = column.Proxy.Init.ToString(),
            ["input"] = column.Proxy.Input.ToString(),
            ["batch_norm"] = column.Proxy.BatchNorm,
            ["layers"] = column.Proxy.Layers,
            ["is_counting"] = column.IsCounting,
            ["is_aggregate"] = column.IsAggregate,
            ["file"] = column.Origin?.File,
        };

    private static JsonObject Of(TrainingCurve curve) =>
        new()
        {
            ["id"] = curve.Proxy,
            ["settled_at_step"] = curve.Settled.Steps,
            ["states"] = List(
                curve.Points,
                point => new JsonObject
                {
                    ["steps"] = point.Steps,
                    ["spearman_rho"] = Of(point.Rho),
                    ["kendall_tau_b"] = Of(point.Tau),
                    ["gained_rho"] = point.Gained is { } gained ? Of(gained.Difference) : null,
                    ["rho_with_first_state"] = Of(point.FirstState),
                    ["rho_with_parameters"] = Of(point.Size),
                    ["rho_given_size"] = Of(point.BeyondSize),
                    ["seconds"] = point.Seconds,
                }
            ),
        };

    private static JsonObject Of(PublishedReport report) =>
        new()
        {
            ["file"] = report.File,
            ["sha256"] = report.Checksum,
            ["elsewhere"] = report.Elsewhere,
            ["populations"] = List(
                report.Populations,
                population => new JsonObject
                {
                    ["id"] = population.Population.Id,
                    ["architectures"] = population.Population.Rows.Count,
                    ["proxies"] = List(population.Proxies, Of),
                }
            ),
            ["agreement"] = List(
                report.Agreements,
                item => new JsonObject
                {
                    ["ours"] = item.Ours,
                    ["theirs"] = item.Theirs,
                    ["common"] = item.Common,
                    ["spearman_rho"] = Of(item.Rho),
                    ["kendall_tau_b"] = Of(item.Tau),
                }
            ),
        };

    private static JsonObject Of(PublishedProxy proxy) =>
        new()
        {
            ["id"] = proxy.Id,
            ["spearman_rho"] = Of(proxy.Rho),
            ["kendall_tau_b"] = Of(proxy.Tau),
            ["gain"] = Of(proxy.Gain),
            ["coverage"] = Of(proxy.Coverage),
            ["top_decile_rho"] = Of(proxy.TopDecileRho),
            ["tau_within_size"] = Of(proxy.TauWithinSize),
            ["partial_rho"] = Of(proxy.PartialRho),
            ["mean_seconds"] = proxy.MeanSeconds,
        };

    private static JsonObject? Of(Gain? gain) =>
        gain is null
            ? null
            : new()
            {
                ["baseline"] = gain.Baseline,
                ["rho"] = Of(gain.Rho.Difference),
                ["tau"] = Of(gain.Tau.Difference),
                ["tau_p"] = Of(gain.Tau.NormalPValue),
                ["tau_holm_p"] = Of(gain.HolmTau),
            };

    private static JsonObject Of(Coverage coverage)
    {
        var reasons = new JsonObject();
        foreach (var (reason, count) in coverage.Undefined)
        {
            reasons[reason] = count;
        }

        return new()
        {
            ["asked"] = coverage.Asked,
            ["finite"] = coverage.Defined,
            ["undefined"] = reasons,
            ["rho_dropped"] = Of(coverage.RhoDropped),
            ["tau_dropped"] = Of(coverage.TauDropped),
            ["rho_worst"] = Of(coverage.RhoWorst),
            ["tau_worst"] = Of(coverage.TauWorst),
        };
    }

    private static JsonObject Of(Interval interval) =>
        new()
        {
            ["value"] = Of(interval.Point),
            ["low"] = Of(interval.Low),
            ["high"] = Of(interval.High),
        };

    private static JsonObject Of(IReadOnlyDictionary<string, Estimate> values)
    {
        var json = new JsonObject();
        foreach (var (id, value) in values.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            json[id] = Of(value);
        }

        return json;
    }

    private static JsonNode Of(Estimate estimate) =>
        estimate.Value is { } value
            ? JsonValue.Create(value)
            : new JsonObject { ["undefined"] = estimate.Reason };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> of) => [.. items.Select(of)];
}
