using System.CommandLine;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Reports.Across;
using ZcBench.Reports.Page;
using ZcBench.Reports.Runs;
using ZcBench.Statistics.Across;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Cli.Commands;

/// <summary>What stats and report do with runs of several search spaces.</summary>
internal static class AcrossReport
{
    private const string Spaces = "spaces";
    private const string Tasks = "tasks";

    private static readonly Dictionary<string, BlockUnit> Units = new(StringComparer.Ordinal)
    {
        [Spaces] = BlockUnit.Spaces,
        [Tasks] = BlockUnit.Tasks,
    };

    /// <summary>The option that says what counts as one block.</summary>
    public static Option<string?> BlocksOption() =>
        new Option<string?>("--blocks")
        {
            Description =
                $"Across search spaces, what counts as one block: '{Spaces}', "
                + $"the tasks of each averaged first (the default), or '{Tasks}'",
        }.Among(Units.Keys);

    /// <summary>The unit of a value of that option; null where it was not given.</summary>
    public static BlockUnit? Unit(string? blocks) => blocks is null ? null : Units[blocks];

    /// <summary>Compares, writes the files and prints the answer with its tables, or JSON.</summary>
    /// <param name="runs">Runs of several spaces or datasets.</param>
    /// <param name="unit">What counts as one block; null for spaces.</param>
    /// <param name="bootstrap">How intervals are made.</param>
    /// <param name="folder">Where files go; null for nowhere.</param>
    /// <param name="isJson">Whether JSON is printed.</param>
    /// <exception cref="UserError">The runs cannot be compared, or the folder cannot be written.</exception>
    public static void Show(
        IReadOnlyList<ScoredRun> runs,
        BlockUnit? unit,
        Bootstrap bootstrap,
        string? folder,
        bool isJson
    )
    {
        var analysis = AcrossAnalysis.Of(runs, unit ?? BlockUnit.Spaces, bootstrap);
        if (folder is not null)
        {
            AcrossFolder.Write(analysis, folder);
        }

        if (isJson)
        {
            Json.Print(AcrossJson.Of(analysis));
            return;
        }

        Console.Out.WriteLine(AcrossWords.Answer(analysis));
        foreach (var table in AcrossFolder.Tables(analysis))
        {
            TableView.Show(table);
            Console.Out.WriteLine(table.Caption);
        }

        if (folder is not null)
        {
            Console.Out.WriteLine(
                $"Tables and figures for papers: {Path.Combine(folder, "tables")}, "
                    + $"{Path.Combine(folder, "figures")}; every number: "
                    + $"{Path.Combine(folder, AcrossFolder.Json)}"
            );
            Console.Out.WriteLine(
                "The leaderboard, to be opened in a browser: "
                    + Path.Combine(folder, LeaderboardPage.FileName)
            );
        }
    }

    /// <summary>Refuses published scores, which belong to one table.</summary>
    /// <exception cref="UserError">There are some.</exception>
    public static void RefusePublished(string[]? published)
    {
        if (published is [var file, ..])
        {
            throw new UserError(
                $"--with {file} goes with runs of one dataset, and these are compared across several; "
                    + "leave it out"
            );
        }
    }
}
