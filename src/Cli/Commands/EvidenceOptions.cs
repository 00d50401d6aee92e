using System.CommandLine;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Reports.Evidence;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;

namespace ZcBench.Cli.Commands;

/// <summary>Proxies chosen by evidence: ls proxies with bounds, and ls evidence.</summary>
internal static class EvidenceOptions
{
    private static readonly Option<string?> Space = new Option<string?>("--space")
    {
        Description = "Only proxies with evidence on this search space, ranked by it",
    }.Checked(name => SearchSpaces.Named(name));

    private static readonly Option<double?> MostMilliseconds = new("--max-ms")
    {
        Description = "Only proxies that took at most so many milliseconds an architecture",
    };

    private static readonly Option<int?> MostLabels = new("--labels")
    {
        Description = "Only proxies of at most this label budget, 0 (structure) to 5 (accuracies)",
    };

    private static readonly Option<string[]> From = new("--from")
    {
        Description = "Run folders to take the evidence from, in place of the project's own runs",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Adds the options.</summary>
    public static void AddTo(Command command)
    {
        foreach (Option option in new Option[] { Space, MostMilliseconds, MostLabels, From })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether any of them is given.</summary>
    public static bool AreGiven(ParseResult parsed) =>
        parsed.GetValue(Space) is not null
        || parsed.GetValue(MostMilliseconds) is not null
        || parsed.GetValue(MostLabels) is not null
        || parsed.GetValue(From) is { Length: > 0 };

    /// <summary>The proxies that fit.</summary>
    /// <exception cref="UserError">A bound is none, or there is no evidence.</exception>
    public static ReportTable Choice(ParseResult parsed) =>
        new ProxyChoice(
            parsed.GetValue(Space) is { } space ? SearchSpaces.Named(space).Id : null,
            parsed.GetValue(MostMilliseconds),
            parsed.GetValue(MostLabels)
        ).Of(Evidence(parsed));

    /// <summary>zcbench ls evidence.</summary>
    public static Command Command(Action<ReportTable> show)
    {
        var csv = new Option<bool>("--csv") { Description = "Print every row as CSV" };
        var markdown = new Option<bool>("--markdown") { Description = "Print docs/which-proxy.md" };
        var command = new Command("evidence", "How proxies did in each search space, and which to take")
        {
            csv,
            markdown,
        };
        AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(csv))
            {
                Console.Out.Write(EvidenceFile.Csv(Evidence(parsed)));
            }
            else if (parsed.GetValue(markdown))
            {
                Console.Out.Write(ChoiceDocument.Text(Evidence(parsed)));
            }
            else
            {
                show(Choice(parsed));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<ProxyEvidence> Evidence(ParseResult parsed) =>
        parsed.GetValue(From) is { Length: > 0 } folders
            ? EvidenceFile.Of(folders.Select(folder => ScoredRun.Load(folder)))
            : EvidenceFile.Own;
}
