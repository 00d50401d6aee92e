namespace ZcBench.Cli.Tests.Documentation;

/// <summary>Every command of the docs is one that the program takes.</summary>
public sealed class DocumentedCommandTests
{
    public static string[] Pages { get; } =
    [
        "README.md",
        "CONTRIBUTING.md",
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_command_of_the_docs_is_taken_by_the_parser()
    {
        var commands = Pages.SelectMany(page => MarkdownPage.Read(page).Commands).ToList();
        var faults = commands
            .SelectMany(command => CommandCheck.Faults(command).Select(fault => $"{command}: {fault}"))
            .ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.InRange(commands.Count(command => !command.IsMention), 60, 400);
        Assert.InRange(commands.Count(command => command.IsMention), 60, 400);
        Assert.Superset(
            new HashSet<string>([.. CommandLine.Create().Subcommands.Select(command => command.Name)]),
            commands.Select(command => command.Words is [var first, ..] ? first : "").ToHashSet()
        );
    }

    [Theory]
    [InlineData("    ./bench rnu --sample 3", 1, "'rnu'")]
    [InlineData("    ./bench run --smaple 3", 1, "'--smaple'")]
    [InlineData("    ./bench run --sample few", 1, "'few'")]
    [InlineData("    ./bench stats RUN --blok tasks", 1, "'--blok'")]
    [InlineData("    ./bench export RUN --format xlsx", 1, "--format 'xlsx' is unknown; use nbsuite-zero, ")]
    [InlineData("    ./bench import FILE", 1, "'--out' is required")]
    [InlineData("    ./bench run --proxies wot,synflo", 1, "did you mean 'synflow'?")]
    [InlineData("    ./bench run --dataset cifar11", 1, "did you mean 'cifar10'?")]
    [InlineData("    ./bench score --arch '|none~0|'", 1, "at character 9")]
    [InlineData("    ./bench search hans --table t.csv", 1, "did you mean 'hnas'?")]
    [InlineData("    ./bench submit --tasks 2 -- run --out r --sampl 3", 1, "'--sampl'")]
    [InlineData("    ./bench check      what libtorch is in use", 1, "'what'")]
    [InlineData("Words\nand `zcbench status\nRUN --jsn`.", 2, "'--jsn'")]
    [InlineData("\n\n    ./bench score --arch X \\\n        --proxie wot", 3, "'--proxie'")]
    [InlineData("    for f in *; do echo \"$(zcbench score --onnx $f --batch x)\"; done", 1, "'x'")]
    [InlineData("    A=1 ./bench ls proxie > FILE", 1, "'proxie'")]
    [InlineData("    cat FILE | zcbench lst && cd here", 1, "'lst'")]
    [InlineData("```sh\nzcbench lst\n```", 2, "'lst'")]
    [InlineData("    ./bench stats … --blocks task", 1, "--blocks 'task' is unknown; use spaces or tasks")]
    public void A_wrong_command_is_found_with_its_line(string page, int line, string fault)
    {
        var command = Assert.Single(MarkdownPage.Of("page.md", page).Commands);
        Assert.Equal(line, command.Line);
        Assert.Contains(fault, string.Join("; ", CommandCheck.Faults(command)), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_read_as_a_shell_reads_them()
    {
        var page = MarkdownPage.Of(
            "page.md",
            """
            `zcbench` and `./bench import` and `run --sample`.

                ./bench score --arch '{"a": [1,
                    2]}' "b c"d \
                    e\ f      # a comment
                ./bench stats runs/<the run's folder> --out across    # or: ./bench report …
                git clone zcbench && cd zcbench

            ```python
            zcbench("score")
            ```
            """
        );
        Assert.Equal(
            [
                "import",
                "score|--arch|{\"a\": [1,\n        2]}|b cd|e f",
                "stats|runs/<the run's folder>|--out|across",
                "report|…",
            ],
            page.Commands.Select(command => string.Join('|', command.Words))
        );
        Assert.Equal([1, 3, 6, 6], page.Commands.Select(command => command.Line));
    }
}
