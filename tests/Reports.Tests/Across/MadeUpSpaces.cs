using System.Globalization;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tests.Runs;
using ZcBench.Scores;

namespace ZcBench.Reports.Tests.Across;

/// <summary>
/// Runs of several search spaces: real architectures, made-up accuracies, and scores that are the accuracies
/// of the first dataset with noise.
/// </summary>
internal sealed class MadeUpSpaces : IDisposable
{
    public const string Macro = "nasbenchmacro";
    public const string Cells = "nasbench201";
    public const string Micro = "transnasbench101-micro";
    private const int Architectures = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("spaces").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Three spaces with one, three and two datasets.</summary>
    public IReadOnlyList<ScoredRun> Three() =>
        [Run(Macro, ["cifar10"]), Run(Cells, ["cifar10", "cifar100"]), Run(Micro, ["class_scene", "jigsaw"])];

    /// <summary>A run on the first dataset, whose table has test accuracies of all.</summary>
    public ScoredRun Run(
        string space,
        string[] datasets,
        long seed = 0,
        Func<string, int, Score>? wot = null,
        params string[] without
    )
    {
        var table = Table(space, datasets);
        var target = table.Targets.First(item =>
            string.Equals(item.Dataset, datasets[0], StringComparison.Ordinal)
        );
        var accuracy = table.Accuracies(target);
        List<ScoreColumn> columns =
        [
            Column("params", InputKind.None, 20, 0),
            Column("flops", InputKind.None, 30, 0),
            Column("snip", InputKind.Minibatch, 60, seed),
            wot is null
                ? Column("wot", InputKind.Minibatch, 10, seed)
                : TestRun.Column("wot", Enumerable.Range(0, Architectures).Select(i => wot(space, i))),
        ];
        columns.RemoveAll(column => without.Contains(column.Proxy.Id));
        return ScoredRun.Of(
            new RunManifest(
                "0.1.0",
                space,
                table.Description.Id,
                table.Checksum,
                target,
                null,
                new(seed, datasets[0], "noise", 16, "published", "float32", "cpu"),
                [.. columns.Select(column => column.Proxy.Id).Order(StringComparer.Ordinal)],
                "none"
            ),
            table,
            columns
        );

        ScoreColumn Column(string id, InputKind input, double noise, long draw)
        {
            var random = new System.Random(HashCodeOf($"{space}/{id}/{draw}"));
            var column = TestRun.Column(
                id,
                accuracy.Select(percent => Score.Of(percent + noise * random.NextDouble()))
            );
            return input == InputKind.None
                ? new(
                    column.Proxy with
                    {
                        Input = InputKind.None,
                        Init = InitKind.None,
                        LabelBudget = LabelBudget.Structure,
                    },
                    column.Scores,
                    0
                )
                : column;
        }
    }

    private BenchmarkTable Table(string space, string[] datasets)
    {
        var text = new StringBuilder("architecture");
        foreach (var dataset in datasets)
        {
            text.Append(CultureInfo.InvariantCulture, $",{dataset}_test90");
        }

        text.Append('\n');
        var random = new System.Random(HashCodeOf(space));
        foreach (var architecture in SearchSpaces.Named(space).Enumerate().Take(Architectures))
        {
            text.Append(architecture);
            var common = 60 + 20 * random.NextDouble();
            foreach (var _ in datasets)
            {
                text.Append(CultureInfo.InvariantCulture, $",{common + 4 * random.NextDouble():0.000}");
            }

            text.Append('\n');
        }

        var path = Path.Combine(_folder, $"{space}-{datasets.Length}.csv");
        File.WriteAllText(path, text.ToString());
        return KnownTables.Open(path, space);
    }

    // The same in every process, unlike string.GetHashCode.
    private static int HashCodeOf(string text) => text.Aggregate(17, (hash, letter) => (hash * 31) ^ letter);
}
