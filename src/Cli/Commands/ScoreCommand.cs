using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using TorchSharp;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Proxies.Probe;
using ZcBench.Runs;
using ZcBench.Scores.Aggregates;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench score: the scores of one architecture, for anyone who wants to check a number.</summary>
internal static class ScoreCommand
{
    private static readonly NetworkRequest GoldenState = new()
    {
        Batch = 16,
        Images = InputSource.Noise,
        Init = Initialisation.Default,
    };

    public static Command Create()
    {
        var architecture = new Option<string>("--arch")
        {
            Description = "The architecture: its official text, or another form (docs/spaces.md)",
            Required = true,
        };
        var space = new Option<string>("--space")
        {
            Description = "Search space (zcbench ls spaces)",
            DefaultValueFactory = _ => "nasbench201",
        };
        var proxies = new Option<string>("--proxies")
        {
            Description = "Comma-separated proxies, or all; wot@20 is wot after 20 steps of training",
            DefaultValueFactory = _ => "all",
        };
        var threads = new Option<int>("--threads")
        {
            Description = "Threads of the tensor library; the last digits may depend on it",
            DefaultValueFactory = _ => 1,
        };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var network = new NetworkOptions(GoldenState);
        var training = new TrainingOptions();
        var command = new Command(
            "score",
            "Score one architecture, by default in the state of the golden values (docs/golden.md)"
        )
        {
            architecture,
            space,
            proxies,
            threads,
            json,
        };
        network.AddTo(command);
        training.AddTo(command);
        command.SetAction(parsed =>
        {
            var resources = new Resources(
                Workers: 1,
                Limits.Threads(parsed.GetValue(threads)),
                network.MemoryLimit(parsed)
            );
            RequireNoAggregate(parsed.GetValue(proxies)!);
            var chosen = ProxyNames.Proxies(parsed.GetValue(proxies)!);
            var chosenSpace = SearchSpaces.Named(parsed.GetValue(space)!);
            var parsedArchitecture = chosenSpace.Parse(parsed.GetValue(architecture)!);
            var (probe, _) = network.Read(parsed).Open(chosenSpace);
            var settings = resources.For(probe) with
            {
                Training = training.Read(parsed).Open(network.Read(parsed), probe.Task, chosen),
            };
            Scorer.RequireMemory([parsedArchitecture], chosen, settings);
            torch.set_num_threads(resources.Threads);
            using var prober = new StateProber(probe, settings.Training);
            var built = BuiltArchitecture.Of(parsedArchitecture, probe.Task);
            var measured = prober.Measure([built], chosen).SelectMany(state => state[0]);
            Print(
                parsedArchitecture,
                [.. measured.OrderBy(score => score.Proxy.Id, StringComparer.Ordinal)],
                parsed.GetValue(json)
            );
            return ExitCode.Done;
        });
        return command;
    }

    private static void RequireNoAggregate(string list)
    {
        var aggregate = list.Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(name => AggregateCatalogue.Find(name) is not null);
        if (aggregate is not null)
        {
            throw new UserError(
                $"'{aggregate}' is an aggregate over a set of architectures; one alone has none, "
                    + $"use zcbench run --proxies {aggregate}"
            );
        }
    }

    private static void Print(Architecture architecture, IReadOnlyList<Measurement> measurements, bool json)
    {
        if (!json)
        {
            foreach (var measured in measurements)
            {
                Console.Out.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{measured.Proxy.Id, -18} {measured.Score, -24} "
                            + $"{measured.Time.TotalMilliseconds, 9:0.0} ms"
                    )
                );
            }

            return;
        }

        var scores = new JsonObject();
        foreach (var measured in measurements)
        {
            scores[measured.Proxy.Id] = Json.Of(measured.Score);
        }

        Json.Print(new JsonObject { ["architecture"] = architecture.Text, ["scores"] = scores });
    }
}
