using System.CommandLine;
using System.Globalization;
using ZcBench.Cli.Terminal;
using ZcBench.Onnx;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Runs;
using ZcBench.Scores;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench plan: the passes a list of proxies needs, and which proxies share them.</summary>
internal static class PlanCommand
{
    private const int DefaultBatch = 64;
    private const string DefaultSpace = "nasbench201";

    public static Command Create()
    {
        var proxies = new Option<string>("--proxies")
        {
            Description = "Comma-separated proxies and aggregates, or all",
            DefaultValueFactory = _ => "all",
        };
        var batch = new Option<int>("--batch")
        {
            Description = "Images in the minibatch",
            DefaultValueFactory = _ => DefaultBatch,
        };
        var init = NetworkOptions.InitOption(Initialisation.Published);
        var images = NetworkOptions.ImagesOption(InputSource.Texture);
        var onnx = new Option<string?>("--onnx")
        {
            Description = "An ONNX file whose counts and memory are added, computing nothing",
        };
        var command = new Command(
            "plan",
            "Print which passes a list of proxies needs, and which proxies share them"
        )
        {
            proxies,
            batch,
            init,
            images,
            onnx,
        };
        command.SetAction(parsed =>
        {
            var size = Limits.Batch(parsed.GetValue(batch));
            var input = InputSource.Open(parsed.GetValue(images)!);
            input.RequireTwoBatches(size);
            var chosen = ProxySelection.Parse(parsed.GetValue(proxies)!, DefaultSpace).Proxies;
            var weights = Initialisation.Named(parsed.GetValue(init)!);
            var network = parsed.GetValue(onnx) is { } path ? (path, OnnxNetwork.Read(path)) : default;
            Show(Plan.Of(chosen, weights, input.IsNoise), size);
            if (network is (not null, not null))
            {
                Show(network, chosen, size, weights);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(Plan plan, int batch)
    {
        foreach (var session in plan.Sessions)
        {
            var training = session.Training is { } budget ? $" after {budget.Words} of training" : "";
            Console.Out.WriteLine(
                $"{session.Init} weights{training}, input {session.Input}"
                    + (session.IsWidened ? ", in double precision" : "")
            );
            foreach (var pass in session.Passes)
            {
                Console.Out.WriteLine(
                    $"  {Number(pass.Cost(batch)), 5}  {pass.Need.Id, -22}{pass.Need.Meaning}"
                );
                Console.Out.WriteLine($"{"", 31}for {string.Join(", ", pass.Users)}");
            }

            Console.Out.WriteLine();
        }

        var total = plan.Sessions.Sum(session => session.Passes.Sum(pass => pass.Cost(batch)));
        Console.Out.WriteLine(
            "cost in forward passes of the minibatch, roughly: "
                + $"{Number(total)} an architecture at batch {batch}"
                + (plan.Sessions.Any(session => session.Training is not null) ? ", training left out" : "")
        );
    }

    private static void Show(
        (string Path, OnnxNetwork Network) file,
        IReadOnlyList<IProxy> proxies,
        int batch,
        InitKind? init
    )
    {
        var task = file.Network.Task;
        var blueprint = BuiltArchitecture.Of(OnnxSpace.Instance.Of(file.Network), task).Blueprint;
        var settings = ProbeSettings.Noise(task, batch, 0, Placement.Cpu32, init);
        var bytes = MemoryEstimate.PeakBytes(blueprint, proxies, settings);
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{file.Path}: {blueprint.Parameters} parameters, "
                    + $"{blueprint.Macs} multiply-accumulates an image; "
            ) + $"about {MemorySize.Text(bytes)} of memory at batch {batch}"
        );
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
