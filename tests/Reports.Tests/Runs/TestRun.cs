using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Runs;
using ZcBench.Scores;

namespace ZcBench.Reports.Tests.Runs;

/// <summary>Runs made in memory: the counts of the graph, and made-up scores.</summary>
internal static class TestRun
{
    public static readonly string[] Counts =
    [
        "conv_depth",
        "flops",
        "live_convs",
        "live_flops",
        "live_pools",
        "params",
    ];

    /// <summary>A run of the embedded table with the counts and further columns.</summary>
    public static ScoredRun Of(params IEnumerable<ScoreColumn> more) =>
        Of(KnownTables.Open(KnownTables.Default), more: more);

    public static ScoredRun Of(
        BenchmarkTable table,
        string dataset = "cifar10",
        int? sample = null,
        long? sampleSeed = null,
        Protocol? protocol = null,
        bool isStratified = false,
        params IEnumerable<ScoreColumn> more
    )
    {
        var columns = more.ToList();
        var manifest = new RunManifest(
            "0.1.0",
            "nasbench201",
            table.Description.Id,
            table.Checksum,
            table.Find(dataset, Split.Test),
            sample,
            protocol ?? new(0, dataset, "noise", 16, "published", "float32", "cpu"),
            [
                .. Counts
                    .Concat(columns.Select(column => column.Proxy.Id))
                    .Append("counting")
                    .Order(StringComparer.Ordinal),
            ],
            "none",
            sampleSeed,
            StratifiedBy: isStratified ? table.Find(dataset, Split.Test) : null
        );
        var architectures = manifest.Rows(table).Select(row => table.Architectures[row]).ToList();
        return ScoredRun.Of(
            manifest,
            table,
            [.. Counted(architectures, ImageTask.Named(dataset)), .. columns]
        );
    }

    public static ScoreColumn Column(string id, IEnumerable<Score> scores) =>
        new(Card(id, InputKind.Minibatch), [.. scores], 1);

    /// <summary>Accuracy plus seeded noise, each tenth undefined.</summary>
    public static ScoreColumn Noisy(string id, double noise, int seed, int count = 256)
    {
        var random = new System.Random(seed);
        var accuracy = KnownTables.Open(KnownTables.Default).Accuracies(new("cifar10", Split.Test, 200));
        return Column(
            id,
            Enumerable
                .Range(0, count)
                .Select(i =>
                    (i + seed) % 10 == 0
                        ? Score.Undefined("two samples share one activation code")
                        : Score.Of(accuracy[i] + noise * random.NextDouble())
                )
        );
    }

    private static IEnumerable<ScoreColumn> Counted(List<Architecture> architectures, ImageTask task)
    {
        var space = SearchSpaces.Named("nasbench201");
        var networks = architectures
            .AsParallel()
            .AsOrdered()
            .Select(item => space.Build(item, task))
            .ToList();
        var live = networks.AsParallel().AsOrdered().Select(network => new LivePart(network)).ToList();
        return
        [
            Count("conv_depth", live.Select(part => (double)part.Depth)),
            Count("flops", networks.Select(network => (double)network.Macs)),
            Count("live_convs", live.Select(part => (double)part.Convolutions)),
            Count("live_flops", live.Select(part => (double)part.Macs)),
            Count("live_pools", live.Select(part => (double)part.Pools)),
            Count("params", networks.Select(network => (double)network.Parameters)),
        ];
    }

    private static ScoreColumn Count(string id, IEnumerable<double> values) =>
        new(Card(id, InputKind.None), [.. values.Select(Score.Of)], 0);

    private static ProxyInfo Card(string id, InputKind input) =>
        new()
        {
            Id = id,
            Title = id,
            Formula = "",
            Paper = new("a", "b", "c", "d"),
            Reference = "",
            Input = input,
            Version = 1,
            Direction = id == "live_pools" ? Direction.LowerIsBetter : Direction.HigherIsBetter,
            Cost = "",
            Init = input == InputKind.None ? InitKind.None : InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "all",
            LabelBudget =
                id == "live_pools" ? LabelBudget.TunedOnAccuracies
                : input == InputKind.None ? LabelBudget.Structure
                : LabelBudget.Images,
        };
}
