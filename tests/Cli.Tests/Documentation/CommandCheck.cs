using System.CommandLine;
using System.CommandLine.Parsing;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Runs;
using ZcBench.Search.Methods;
using ZcBench.Supernets.Searches;

namespace ZcBench.Cli.Tests.Documentation;

/// <summary>
/// What is wrong with a command that a page prints, by the program's own parser and its own lists of names.
/// </summary>
internal static class CommandCheck
{
    // The launcher's own, which are no commands of zcbench.
    private static readonly string[] Launcher = ["build", "test"];

    // What a page has its reader write, and what stands for it here.
    private static readonly Dictionary<(string Page, string Name), string> Written = new()
    {
        [("docs/adding-a-proxy.md", "code_distance")] = "wot",
        [("docs/adding-a-space.md", "plainnets")] = "nasbench201",
        [("docs/adding-a-space.md", "4x32")] = "…",
    };

    /// <summary>What is wrong, in sentences; empty where nothing is.</summary>
    public static IReadOnlyList<string> Faults(DocumentedCommand command)
    {
        if (command.Words is [var first, ..] && Launcher.Contains(first))
        {
            return [];
        }

        string[] words = [.. command.Words.Select(word => StandIn(command.Page, word))];
        var parsed = CommandLine.Create().Parse(words);
        var faults = CommandLine.Faults(parsed);
        return
        [
            .. command.IsMention || command.IsElided ? faults.Where(fault => !IsOfLack(fault)) : faults,
            .. Values(parsed).SelectMany(Fault),
            .. Submitted(command with { Words = words }),
        ];
    }

    private static string StandIn(string page, string word) =>
        string.Join(',', word.Split(',').Select(part => Written.GetValueOrDefault((page, part), part)));

    private static bool IsOfLack(string fault) =>
        fault.Contains("is required", StringComparison.Ordinal)
        || fault.StartsWith("Required ", StringComparison.Ordinal);

    // The words after -- are a command of their own.
    private static IEnumerable<string> Submitted(DocumentedCommand command) =>
        command.Words is ["submit", ..] && command.Words.ToList().IndexOf("--") is > 0 and var end
            ? Faults(command with { Words = [.. command.Words.Skip(end + 1)] })
            : [];

    private static IEnumerable<(string Name, string Value, ParseResult Line)> Values(ParseResult parsed) =>
        parsed
            .CommandResult.Children.SelectMany(child =>
                child switch
                {
                    OptionResult option => option.Tokens.Select(token => (option.Option.Name, token.Value)),
                    ArgumentResult argument => argument.Tokens.Select(token =>
                        (argument.Argument.Name, token.Value)
                    ),
                    _ => [],
                }
            )
            .Where(item => !DocumentedCommand.IsOpen(item.Value))
            .Select(item => (item.Name, item.Value, parsed));

    private static IEnumerable<string> Fault((string Name, string Value, ParseResult Line) item)
    {
        try
        {
            Check(item.Name, item.Value, item.Line);
            return [];
        }
        catch (UserError fault)
        {
            return [fault.Message];
        }
    }

    private static void Check(string name, string value, ParseResult line)
    {
        switch (name)
        {
            case "--proxies":
                Proxies(value.Split(',').Where(proxy => proxy != "default").Except(OwnColumns(line)));
                break;
            case "--dataset":
                ImageTask.Named(value);
                break;
            case "--states":
                ProxyNames.WithStates("wot", value);
                break;
            case "--arch" when !IsSize(value):
                SearchSpaces.Named(line.GetValue<string>("--space")!).Parse(value);
                break;
            case "--table" when !KnownTables.Embedded.Contains(value):
                Require(value.Contains(".csv", StringComparison.Ordinal), $"table '{value}' is unknown");
                break;
            case "methods":
                MethodCall.ParseList(value);
                break;
            case "searches":
                SupernetCall.ParseList(value);
                break;
        }
    }

    // One letter is any proxy.
    private static void Proxies(IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => name.Length > 1))
        {
            ProxyNames.Ids(name);
        }
    }

    // mine, of --with mine.csv.
    private static IEnumerable<string> OwnColumns(ParseResult line) =>
        line
            .CommandResult.Children.OfType<OptionResult>()
            .Where(option => option.Option.Name == "--with")
            .SelectMany(option => option.Tokens)
            .Select(token => Path.GetFileNameWithoutExtension(token.Value));

    private static bool IsSize(string value) => value is "small" or "medium" or "large";

    private static void Require(bool isSo, string fault)
    {
        if (!isSo)
        {
            throw new UserError(fault);
        }
    }
}
