using System.CommandLine;
using ZcBench.Benchmarks;
using ZcBench.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>
/// zcbench train: a benchmark of training states. The same run as zcbench run, every proxy in every state.
/// </summary>
internal static class TrainCommand
{
    private const string Curves = "tse,train_loss,train_accuracy,valid_loss,valid_accuracy";

    public static Command Create()
    {
        var table = RunCommand.TableOption();
        var proxies = new Option<string>("--proxies")
        {
            Description = "Comma-separated proxies and aggregates, or all, to score in every state",
            DefaultValueFactory = _ => "wot,das",
        };
        var states = new Option<string?>("--states")
        {
            Description =
                "Lengths of training after which to score: steps and epochs such as 0,5,20,1epoch; 0, 5, "
                + "20 and every epoch, or its doublings, if not given",
        };
        var sample = new Option<int?>("--sample")
        {
            Description = "Draw this many architectures from the table; all if not given",
        };
        var stratified = new Option<bool>("--stratified")
        {
            Description = "Draw the sample evenly over the accuracies: one from each of equal parts",
        };
        var workers = new Option<int?>("--workers")
        {
            Description = "Architectures trained at once; the number of cores if not given, 1 on a GPU",
        };
        var population = new Option<int?>("--population")
        {
            Description = "Architectures trained as one network; 32 on a GPU if not given, 1 on the CPU",
        };
        var output = new Option<string?>("--out")
        {
            Description = "Run folder; named after the settings if not given",
        };
        var network = new NetworkOptions(new NetworkRequest { Batch = 64 });
        var training = new TrainingOptions("--epochs");
        var command = new Command(
            "train",
            "Train architectures of a table for a while and score them in every state on the way "
                + "(docs/training-states.md)"
        )
        {
            table,
            proxies,
            states,
            sample,
            stratified,
            workers,
            population,
            output,
        };
        network.AddTo(command);
        training.AddTo(command);
        command.SetAction(
            (parsed, stop) =>
                Task.Run(
                    () => RunCommand.Execute(Request(parsed), withReport: true, stop),
                    CancellationToken.None
                )
        );
        return command;

        RunRequest Request(ParseResult parsed)
        {
            var recipe = training.Read(parsed);
            var lengths = parsed.GetValue(states) ?? UsualStates(recipe.Epochs);
            var request = network.Read(parsed) with { Population = parsed.GetValue(population) };
            if (recipe.Images is null && InputSource.IsDrawn(request.Images))
            {
                throw new UserError(
                    "networks are trained on images with labels; give a folder of them with --images"
                );
            }

            return new(parsed.GetValue(table)!)
            {
                Sample = parsed.GetValue(sample),
                IsStratified = parsed.GetValue(stratified),
                Proxies = ProxyNames.WithStates($"{parsed.GetValue(proxies)},{Curves}", lengths),
                Network = request,
                Training = recipe,
                Folder = parsed.GetValue(output),
                Resources = new(parsed.GetValue(workers), Threads: 1, network.MemoryLimit(parsed)),
            };
        }
    }

    // Every epoch of a short training; of a long one the first, the second, the fourth and so on, and the
    // last.
    private static string UsualStates(int epochs)
    {
        const int Short = 12;
        var chosen =
            epochs <= Short
                ? Enumerable.Range(1, Math.Max(1, epochs))
                : Enumerable
                    .Range(0, 31)
                    .Select(power => 1 << power)
                    .TakeWhile(epoch => epoch < epochs)
                    .Append(epochs);
        return string.Join(',', chosen.Select(epoch => $"{epoch}epochs").Prepend("0,5,20"));
    }
}
