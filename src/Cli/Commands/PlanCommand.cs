using System.CommandLine;
using System.Globalization;
using ZcBench.Cli.Terminal;
using ZcBench.Proxies.Probe;
using ZcBench.Runs;

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
        var command = new Command(
            "plan",
            "Print which passes a list of proxies needs, and which proxies share them"
        )
        {
            proxies,
            batch,
            init,
            images,
        };
        command.SetAction(parsed =>
        {
            var size = Limits.Batch(parsed.GetValue(batch));
            var input = InputSource.Open(parsed.GetValue(images)!);
            input.RequireTwoBatches(size);
            Show(
                Plan.Of(
                    ProxySelection.Parse(parsed.GetValue(proxies)!, DefaultSpace).Proxies,
                    Initialisation.Named(parsed.GetValue(init)!),
                    input.IsNoise
                ),
                size
            );
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

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
