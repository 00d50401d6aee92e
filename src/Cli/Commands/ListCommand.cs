using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Cli.Terminal;
using ZcBench.Proxies;
using ZcBench.Reports.Files;
using ZcBench.Reports.Tables;
using ZcBench.Scores.Aggregates;
using ZcBench.Search.Methods;
using ZcBench.Statistics;
using ZcBench.Supernets.Searches;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench ls: what there is.</summary>
internal static class ListCommand
{
    private const long MostCounted = 10_000_000;

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON", Recursive = true };
        var command = new Command(
            "ls",
            "List proxies, evidence on them, statistics, spaces, tables or searches"
        )
        {
            json,
        };
        var proxies = Listing("proxies", "Proxies, and aggregates over a scored set", json, Proxies);
        proxies.Options.Add(new Option<bool>("--markdown") { Description = "Print docs/proxies.md" });
        EvidenceOptions.AddTo(proxies);
        proxies.SetAction(parsed =>
        {
            if (parsed.GetValue<bool>("--markdown"))
            {
                Console.Out.Write(
                    ProxyDocument.Text(
                        ProxyCatalogue.Proxies.Values.Select(proxy => proxy.Info),
                        AggregateCatalogue.All.Values
                    )
                );
                return ExitCode.Done;
            }

            return EvidenceOptions.AreGiven(parsed)
                ? Show(EvidenceOptions.Choice(parsed), parsed.GetValue(json))
                : Show(Proxies(), parsed.GetValue(json));
        });
        command.Subcommands.Add(proxies);
        command.Subcommands.Add(EvidenceOptions.Command(table => Show(table, json: false)));
        var statistics = Listing("statistics", "Statistics and their definitions", json, Statistics);
        statistics.Options.Add(new Option<bool>("--markdown") { Description = "Print docs/statistics.md" });
        statistics.SetAction(parsed =>
        {
            if (parsed.GetValue<bool>("--markdown"))
            {
                Console.Out.Write(StatisticsDocument.Text());
                return ExitCode.Done;
            }

            return Show(Statistics(), parsed.GetValue(json));
        });
        command.Subcommands.Add(statistics);
        var spaces = Listing("spaces", "Search spaces", json, () => Spaces(counted: false));
        var count = new Option<bool>("--count")
        {
            Description = "Count all architectures by enumeration (takes seconds)",
        };
        spaces.Options.Add(count);
        spaces.SetAction(parsed => Show(Spaces(parsed.GetValue(count)), parsed.GetValue(json)));
        command.Subcommands.Add(spaces);
        command.Subcommands.Add(Listing("tables", "Embedded tables of accuracies", json, Tables));
        command.Subcommands.Add(Listing("searches", "Search methods and their arguments", json, Searches));
        return command;
    }

    private static Command Listing(
        string name,
        string description,
        Option<bool> json,
        Func<ReportTable> build
    )
    {
        var command = new Command(name, description);
        command.SetAction(parsed => Show(build(), parsed.GetValue(json)));
        return command;
    }

    private static int Show(ReportTable table, bool json)
    {
        if (json)
        {
            Json.Print(ToJson(table));
        }
        else
        {
            TableView.Show(table);
            if (table.Caption.Length > 0)
            {
                Console.Out.WriteLine(table.Caption);
            }
        }

        return ExitCode.Done;
    }

    private static ReportTable Proxies()
    {
        var cards = ProxyCatalogue
            .Proxies.Values.Select(proxy => (proxy.Info, Kind: "proxy"))
            .Concat(AggregateCatalogue.All.Values.Select(aggregate => (aggregate.Info, Kind: "aggregate")))
            .OrderBy(item => item.Info.Id, StringComparer.Ordinal);
        return new(
            "proxies",
            "",
            Texts("id", "kind", "title", "direction", "label budget", "cost"),
            [
                .. cards.Select(item =>
                    (IReadOnlyList<string>)
                        [
                            item.Info.Id,
                            item.Kind,
                            item.Info.Title,
                            item.Info.Direction == Scores.Direction.HigherIsBetter ? "higher" : "lower",
                            ((int)item.Info.LabelBudget).ToString(CultureInfo.InvariantCulture),
                            item.Info.Cost,
                        ]
                ),
            ]
        );
    }

    private static ReportTable Statistics() =>
        new(
            "statistics",
            "",
            Texts("id", "title", "definition"),
            [
                .. StatisticCatalogue.Definitions.Select(item =>
                    (IReadOnlyList<string>)[item.Info.Id, item.Info.Title, item.Info.Definition]
                ),
            ]
        );

    private static ReportTable Spaces(bool counted)
    {
        string[] columns =
        [
            "id",
            "title",
            "architectures",
            .. counted ? ["counted"] : Array.Empty<string>(),
            "paper",
        ];
        return new(
            "spaces",
            "",
            Texts(columns),
            [
                .. SearchSpaces.All.Values.Select(space =>
                    (IReadOnlyList<string>)
                        [
                            space.Id,
                            space.Title,
                            Number(space.Count),
                            .. counted ? [Counted(space)] : Array.Empty<string>(),
                            space.Paper.ToString(),
                        ]
                ),
            ]
        );

        static string Counted(ISearchSpace space) =>
            space.Count <= MostCounted ? Number(space.Enumerate().LongCount()) : "too many";

        static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
    }

    private static ReportTable Tables() =>
        new(
            "tables",
            "",
            Texts("id", "space", "architectures", "accuracies", "title", "licence"),
            [
                .. KnownTables
                    .Embedded.Select(id => KnownTables.Open(id))
                    .Select(table =>
                        (IReadOnlyList<string>)
                            [
                                table.Description.Id,
                                table.Description.Space,
                                table.Architectures.Count.ToString(CultureInfo.InvariantCulture),
                                string.Join("; ", table.Targets),
                                table.Description.Title,
                                table.Description.Licence,
                            ]
                    ),
            ]
        );

    private static ReportTable Searches() =>
        new(
            "searches",
            "",
            Texts("id", "command", "title", "in full", "paper"),
            [
                .. SearchCatalogue
                    .All.Values.Select(method => (method.Card, Command: "search"))
                    .Concat(SupernetCatalogue.All.Values.Select(method => (method.Card, Command: "supernet")))
                    .Select(item =>
                        (IReadOnlyList<string>)
                            [
                                item.Card.Id,
                                item.Command,
                                item.Card.Title,
                                InFull(item.Card),
                                $"{item.Card.Paper.Authors}, {item.Card.Paper.Venue}, {item.Card.Paper.Link}",
                            ]
                    ),
            ]
        );

    private static string InFull(MethodCard card) =>
        card.Id
        + (card.Argument is null ? "" : $":{card.Arguments[0]}")
        + (card.UsualDraw is { } draw ? $"@{draw.ToString(CultureInfo.InvariantCulture)}" : "");

    private static IReadOnlyList<ReportColumn> Texts(params string[] headings) =>
        [.. headings.Select(heading => new ReportColumn(heading, IsNumber: false))];

    private static JsonArray ToJson(ReportTable table) =>
        [
            .. table.Rows.Select(row =>
            {
                var item = new JsonObject();
                for (var i = 0; i < row.Count; i++)
                {
                    item[table.Columns[i].Heading.Replace(' ', '_')] = row[i];
                }

                return (JsonNode)item;
            }),
        ];
}
