using System.Text.RegularExpressions;
using ZcBench.Runs;

namespace ZcBench.Cli.Tests.Documentation;

/// <summary>What the docs show as printed has the shape of what is printed.</summary>
public sealed partial class DocumentedOutputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shown").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_readme_and_the_example_of_a_proxy_show_what_score_prints()
    {
        var page = MarkdownPage.Read("README.md");
        var command = Assert.Single(page.Commands, item => item.Words is ["score", ..]);
        var printed = Shapes(Ok(command.Words));
        Assert.Equal(Shapes(page.Outputs[1].Lines), printed);
        var example = MarkdownPage.Read("docs/adding-a-proxy.md").Outputs[0].Lines;
        Assert.All(Shapes(example), line => Assert.Contains(WithoutName(line), printed.Select(WithoutName)));

        static string WithoutName(string line) => line[line.IndexOf(' ', StringComparison.Ordinal)..];
    }

    [Fact]
    public void The_readme_and_the_example_of_a_proxy_show_the_table_that_run_prints()
    {
        var printed = Table(
            Ok(["run", "--sample", "8", "--batch", "4", "--proxies", "wot,params", "--out", "runs/one"])
        );
        var readme = Table(MarkdownPage.Read("README.md").Outputs[0].Lines);
        Assert.Equal(printed[0], readme[0]);
        Assert.All(readme.Skip(2), row => Assert.NotEmpty(ProxyNames.Ids(row[1])));
        Assert.Equal("(noise ceiling)", readme[1][0]);
        Assert.Superset(
            Table(MarkdownPage.Read("docs/adding-a-proxy.md").Outputs[1].Lines)[0].ToHashSet(),
            printed[0].ToHashSet()
        );
    }

    [Fact]
    public void The_page_on_import_shows_what_import_prints()
    {
        File.WriteAllText(
            Path.Combine(_folder, "results.csv"),
            "cell,acc\n"
                + "|none~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|,80.5\n"
                + "|none~0|+|none~0|none~1|+|none~0|none~1|nor_conv_3x3~2|,90.5\n"
        );
        var printed = Ok([
            "import",
            "results.csv",
            "--out",
            "t.csv",
            "--map",
            "architecture=cell",
            "cifar10_test200=acc",
        ]);
        Assert.Equal(
            printed.Select(line => Names().Replace(line, "?")),
            MarkdownPage.Read("docs/import.md").Outputs[0].Lines.Select(line => Names().Replace(line, "?"))
        );
    }

    [Fact]
    public void The_page_on_the_engine_shows_what_check_prints()
    {
        // What is said of an old system begins with blanks.
        var printed = Ok(["check"]).Select(FirstWord).Where(word => word.Length > 0);
        Assert.Equal(MarkdownPage.Read("docs/engine.md").Outputs[0].Lines.Select(FirstWord), printed);
    }

    [Fact]
    public void The_page_on_clusters_shows_what_status_prints()
    {
        Ok(["run", "--sample", "6", "--proxies", "params", "--out", "runs/all", "--shard", "1/2"]);
        var shown = MarkdownPage.Read("docs/cluster.md").Outputs[0].Lines;
        Assert.Equal(Shapes(shown).Distinct(), Shapes(Ok(["status", "runs/all"])).Distinct());
    }

    [Fact]
    public void Commands_that_only_look_are_run()
    {
        var commands = DocumentedCommandTests
            .Pages.SelectMany(page => MarkdownPage.Read(page).Commands)
            .Where(command => command.Words is ["ls" or "plan", ..])
            .Where(command => !command.Words.Any(DocumentedCommand.IsOpen))
            .DistinctBy(command => command.Text)
            .ToList();
        Assert.InRange(commands.Count, 8, 12);
        Assert.All(commands, command => Assert.NotEmpty(Ok(command.Words)));
    }

    [Fact]
    public void Every_block_that_shows_what_is_printed_is_compared() =>
        Assert.Equal(
            [
                "README.md",
                "README.md",
                "docs/adding-a-proxy.md",
                "docs/adding-a-proxy.md",
                "docs/cluster.md",
                "docs/engine.md",
                "docs/import.md",
            ],
            DocumentedCommandTests
                .Pages.SelectMany(page => MarkdownPage.Read(page).Outputs)
                .Select(output => output.Page)
        );

    private string[] Ok(IReadOnlyList<string> words)
    {
        var (code, output, error) = Zcbench.Run(_folder, [.. words]);
        Assert.True(code == 0, $"{string.Join(' ', words)} ended with {code}: {error}");
        return [.. output.ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0)];
    }

    // Numbers as #, and blanks as one; a line of dots stands for more of the same.
    private static List<string> Shapes(IReadOnlyList<string> lines) =>
        [
            .. lines
                .Select(line => Blanks().Replace(Number().Replace(line.Trim(), "#"), " "))
                .Where(line => line != "…"),
        ];

    // The cells of the first table, its heading first.
    private static List<string[]> Table(IReadOnlyList<string> lines) =>
        [
            .. lines
                .SkipWhile(line => !line.TrimStart().StartsWith('#'))
                .Where(line => !line.Contains("──", StringComparison.Ordinal))
                .Select(line => Gap().Split(line.Trim()))
                .TakeWhile(row => row.Length > 1),
        ];

    private static string FirstWord(string line) => line.Split(' ')[0];

    [GeneratedRegex(
        @"(?<![\w.])-?\d[\d,]*(\.\d+)?(E[+-]\d+)?(?![\w.])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();

    // The file, its kind and size, counts and sums.
    [GeneratedRegex(
        @"(?<=^(read|wrote) +)\S+( \(.+\))?|\d+(?= )|[0-9a-f]{64}",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Names();
}
