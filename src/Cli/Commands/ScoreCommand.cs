using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using TorchSharp;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Cli.Terminal;
using ZcBench.Onnx;
using ZcBench.Proxies.Probe;
using ZcBench.Runs;
using ZcBench.Scores.Aggregates;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench score: the scores of one architecture, for anyone who wants to check a number.</summary>
internal static class ScoreCommand
{
    private const string Drawn = "drawn",
        FromFile = "file";

    private static readonly NetworkRequest GoldenState = new()
    {
        Batch = 16,
        Images = InputSource.Noise,
        Init = Initialisation.Default,
    };

    public static Command Create()
    {
        var architecture = new Option<string?>("--arch")
        {
            Description = "The architecture: its official text, or another form (docs/spaces.md)",
        };
        var onnx = new Option<string?>("--onnx")
        {
            Description =
                "An ONNX file in the place of --arch: any network of images (docs/your-networks.md)",
        };
        var weights = new Option<string>("--weights")
        {
            Description =
                "Weights of an ONNX file: 'drawn' (from the seed, as for every architecture) or 'file'",
            DefaultValueFactory = _ => Drawn,
        }.Among(Drawn, FromFile);
        var space = new Option<string>("--space")
        {
            Description = "Search space (zcbench ls spaces)",
            DefaultValueFactory = _ => "nasbench201",
        }.Checked(name => SearchSpaces.Named(name));
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
            onnx,
            weights,
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
            var isOfFile = IsOfFile(parsed.GetValue(weights)!, parsed.GetValue(onnx), chosen);
            var request = network.Read(parsed);
            var (built, probe, stored) = (parsed.GetValue(architecture), parsed.GetValue(onnx)) switch
            {
                ({ } text, null) => OfSpace(text, parsed.GetValue(space)!, request),
                (null, { } path) => OfFile(path, request, isOfFile),
                _ => throw new UserError(
                    "score takes one of --arch and --onnx; give an architecture or a file"
                ),
            };
            var settings = resources.For(probe) with
            {
                Training = training.Read(parsed).Open(request, probe.Task, chosen),
            };
            Scorer.RequireMemory([built.Architecture], chosen, settings);
            torch.set_num_threads(resources.Threads);
            Print(
                built.Architecture,
                [
                    .. Measured(built, chosen, settings, stored)
                        .OrderBy(score => score.Proxy.Id, StringComparer.Ordinal),
                ],
                parsed.GetValue(json)
            );
            return ExitCode.Done;
        });
        return command;
    }

    private static (BuiltArchitecture Built, ProbeSettings Probe, StoredNumbers? Stored) OfSpace(
        string text,
        string space,
        NetworkRequest request
    )
    {
        var named = SearchSpaces.Named(space);
        var architecture = named.Parse(text);
        var (probe, _) = request.Open(named);
        return (BuiltArchitecture.Of(architecture, probe.Task), probe, null);
    }

    private static (BuiltArchitecture Built, ProbeSettings Probe, StoredNumbers? Stored) OfFile(
        string path,
        NetworkRequest request,
        bool isOfFile
    )
    {
        var file = OnnxNetwork.Read(path);
        foreach (var notice in file.Notices)
        {
            Console.Error.WriteLine($"{path}: {notice}");
        }

        var task = OnnxTask.Of(file, request);
        var architecture = OnnxSpace.Instance.Of(file);
        var built = BuiltArchitecture.Of(architecture, task);
        var (probe, _) = request.Open(task);
        return (built, probe, isOfFile ? file.Numbers(task) : null);
    }

    private static bool IsOfFile(string weights, string? onnx, IReadOnlyList<IProxy> proxies) =>
        weights == FromFile
        && (onnx, proxies.OfType<TrainedProxy>().FirstOrDefault()) switch
        {
            (null, _) => throw new UserError("--weights file needs a file; name it with --onnx"),
            (_, { } trained) => throw new UserError(
                $"'{trained.Info.Id}' trains networks from drawn weights; leave --weights file away"
            ),
            _ => true,
        };

    private static IEnumerable<Measurement> Measured(
        BuiltArchitecture built,
        IReadOnlyList<IProxy> proxies,
        ScoringSettings settings,
        StoredNumbers? stored
    )
    {
        if (stored is null)
        {
            using var states = new StateProber(settings.Probe, settings.Training);
            return [.. states.Measure([built], proxies).SelectMany(state => state[0])];
        }

        using var prober = new Prober(settings.Probe);
        using var state = new StoredState(stored, settings.Probe.Placement);
        return prober.Measure([built], proxies, state: state)[0];
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
