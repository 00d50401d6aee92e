using System.Globalization;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tests.Runs;
using ZcBench.Scores;

namespace ZcBench.Page.Tests;

/// <summary>
/// All of NAS-Bench-201 with made-up accuracies for three datasets and made-up scores, 25 columns with the
/// counts.
/// </summary>
internal static class LargeRun
{
    private const int MadeUp = 18;

    public static ScoredRun Create(string folder)
    {
        var file = Path.Combine(folder, "made_up.csv");
        var random = new System.Random(1);
        var text = new StringBuilder(
            "architecture,cifar10_test_accuracy_percent,cifar100_test_accuracy_percent,"
                + "imagenet16_120_test_accuracy_percent\n"
        );
        var architectures = SearchSpaces.Named("nasbench201").Enumerate().ToList();
        foreach (var architecture in architectures)
        {
            var quality = random.NextDouble();
            text.Append(CultureInfo.InvariantCulture, $"{architecture.Text},{40 + 54 * quality:0.00},")
                .Append(CultureInfo.InvariantCulture, $"{20 + 50 * quality:0.00},{5 + 40 * quality:0.00}\n");
        }

        File.WriteAllText(file, text.ToString());
        var table = KnownTables.Open(file);
        var accuracy = table.Accuracies(table.Find("cifar10", Split.Test));
        return TestRun.Of(
            table,
            more: Enumerable
                .Range(0, MadeUp)
                .Select(column =>
                    TestRun.Column(
                        $"made_up_{column:00}",
                        Enumerable
                            .Range(0, architectures.Count)
                            .Select(row =>
                                (row + column) % 50 == 0
                                    ? Score.Undefined("it was made up so")
                                    : Score.Of(
                                        Math.Exp(accuracy[row] * (column + 1) / 10 * random.NextDouble())
                                    )
                            )
                    )
                )
        );
    }
}
