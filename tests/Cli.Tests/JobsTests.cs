using System.Globalization;
using System.Text.RegularExpressions;

namespace ZcBench.Cli.Tests;

/// <summary>docs/jobs.md as a user follows it.</summary>
public sealed partial class JobsTests : IDisposable
{
    private static readonly string[] Few = ["--sample", "16", "--batch", "4"];
    private readonly string _folder = Directory.CreateTempSubdirectory("jobs").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_command_of_the_jobs_works_and_ends_in_the_files_named()
    {
        WriteOwnScores();
        WriteTable();
        var (commands, files) = (0, 0);
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", "jobs.md")))
        {
            if (line.StartsWith("    ./bench ", StringComparison.Ordinal))
            {
                commands++;
                string[] words =
                [
                    .. Word().Matches(line.Trim()["./bench ".Length..]).Select(word => word.Value.Trim('"')),
                ];
                var (code, _, error) = Zcbench.Run(_folder, [.. words, .. Shortened(words)]);
                Assert.True(code == 0, $"{line.Trim()} ended with {code}: {error}");
            }

            if (line.StartsWith('→'))
            {
                foreach (Match match in Named().Matches(line))
                {
                    files++;
                    var path = match.Groups["path"].Value;
                    var found = Directory.GetFiles(
                        Path.Combine(_folder, Path.GetDirectoryName(path)!),
                        Path.GetFileName(path)
                    );
                    Assert.True(found.Length > 0, $"{path} is not there");
                    Assert.All(found, file => Assert.True(new FileInfo(file).Length > 0, file));
                }
            }
        }

        Assert.InRange(commands, 15, 40);
        Assert.InRange(files, 15, 60);
        Contains("paper/tables/datasets.tex", "ImageNet16-120 test@200");
        Contains("paper/runs.json", "zcbench run --dataset cifar100");
        Contains("mine/tables/ranked_sample.csv", ",mine,");
        Contains("runs/az/tables/printed.csv", "az_nas");
        Contains("search/tables/paired.tex", "evolution");
        Contains("runs/both/scores.csv", "fisher,synflow,wot");
        Assert.DoesNotContain(
            "plain",
            File.ReadLines(Path.Combine(_folder, "runs/both/scores.csv")).First(),
            StringComparison.Ordinal
        );
    }

    // A run of few architectures; its report is made where files of it are named.
    private static string[] Shortened(string[] words) =>
        words[0] != "run" ? []
        : words[^1] == "runs/az" ? Few
        : [.. Few, "--no-report"];

    private void Contains(string file, string text) =>
        Assert.Contains(text, File.ReadAllText(Path.Combine(_folder, file)), StringComparison.Ordinal);

    // By number, more architectures than any run has.
    private void WriteOwnScores() =>
        File.WriteAllText(
            Path.Combine(_folder, "mine.csv"),
            "index,mine:higher\n"
                + string.Concat(
                    Enumerable
                        .Range(0, 256)
                        .Select(row =>
                            string.Create(CultureInfo.InvariantCulture, $"{row},{row * 37 % 101}\n")
                        )
                )
        );

    private void WriteTable()
    {
        string[] operations = ["nor_conv_3x3", "nor_conv_1x1", "skip_connect", "avg_pool_3x3"];
        var cells =
            from first in operations
            from second in operations
            from third in operations
            select $"|{first}~0|+|none~0|{second}~1|+|skip_connect~0|{third}~1|skip_connect~2|";
        File.WriteAllText(
            Path.Combine(_folder, "nasbench201.csv"),
            "architecture,cifar10_val12,cifar10_train12_seconds,cifar10_test200\n"
                + string.Concat(
                    cells.Select(
                        (cell, i) =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{cell},{50 + (i * 7 % 23)},{100 + i},{80 + (i * 5 % 14)}\n"
                            )
                    )
                )
        );
    }

    [GeneratedRegex("\"[^\"]*\"|[^ ]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex("`(?<path>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
