using System.CommandLine;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Images;
using ZcBench.Benchmarks.Tables;
using ZcBench.Cli.Terminal;
using ZcBench.Proxies.Networks;
using ZcBench.Search.Results;
using ZcBench.Supernets.Results;
using ZcBench.Supernets.Searches;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench supernet: searches on weight-sharing networks, judged by a table.</summary>
internal static class SupernetCommand
{
    private static readonly SupernetSettings Usual = new();

    private static readonly Argument<string> Searches = new("searches")
    {
        Description =
            "Comma-separated searches on shared weights, written id or id:argument, "
            + "or all (zcbench ls searches)",
    };

    private static readonly Option<string> Table = new("--table")
    {
        Description = "The CSV table that judges what is chosen (docs/tables.md)",
        Required = true,
    };

    private static readonly Option<string> Images = new("--images")
    {
        Description =
            "A folder with the binary files of CIFAR-10 or CIFAR-100: weights are trained, "
            + "so labels are needed",
        Required = true,
    };

    private static readonly Option<int?> ImageCount = new("--image-count")
    {
        Description = "Images used, half of them for the weights; all if not given",
    };

    private static readonly Option<int> Channels = Number(
        "--channels",
        "Channels of the first cells",
        Usual.Channels
    );
    private static readonly Option<int> Cells = Number("--cells", "Cells of each stage", Usual.Cells);
    private static readonly Option<int> Epochs = Number("--epochs", "Epochs of each search", Usual.Epochs);
    private static readonly Option<int> Batch = Number("--batch", "Images in a minibatch", Usual.Batch);
    private static readonly Option<int> Matching = Number(
        "--matching-batches",
        "Minibatches of each edge that are compared before a split",
        Usual.MatchingBatches
    );
    private static readonly Option<int> Permutations = Number(
        "--permutations",
        "Permutations of each Shapley estimate",
        Usual.Permutations
    );
    private static readonly Option<int> GameImages = Number(
        "--game-images",
        "Images of each permutation, at most",
        Usual.GameImages
    );
    private static readonly Option<int> Paths = Number(
        "--paths",
        "Random paths that a search by random sharing validates",
        Usual.Paths
    );
    private static readonly Option<int> Seeds = Number("--seeds", "Searches of each method", 3);

    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "Seed of the first search; each further one adds 1",
        DefaultValueFactory = _ => 0,
    };

    private static readonly Option<string> Device = NetworkOptions.DeviceOption();

    private static readonly Option<string> DType = NetworkOptions.DTypeOption();

    private static readonly Option<int?> Workers = new("--workers")
    {
        Description =
            "Searches at a time, one thread each; the number of cores if not given, 1 on a GPU. "
            + "Outcomes do not depend on it",
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description =
            "Folder for outcomes, tables and figures; the same command goes on where it was stopped",
        DefaultValueFactory = _ => Path.Combine("runs", "supernets"),
    };

    private static readonly Option<string[]> Beside = new("--beside")
    {
        Description =
            "Folders of zcbench search --out on the same table, whose methods stand in the same results",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<bool> AsJson = new("--json")
    {
        Description = "Print the outcomes as JSON",
    };

    public static Command Create()
    {
        var command = new Command(
            "supernet",
            "Search on a weight-sharing network (Shapley-NAS, gradient matching, DARTS, ...) "
                + "and judge by a table"
        )
        {
            Searches,
            Table,
            Images,
            ImageCount,
            Channels,
            Cells,
            Epochs,
            Batch,
            Matching,
            Permutations,
            GameImages,
            Paths,
            Seeds,
            Seed,
            Device,
            DType,
            Workers,
            Out,
            Beside,
            AsJson,
        };
        // On a thread of its own, so that Ctrl-C is heard while it works.
        command.SetAction((parsed, stop) => Task.Run(() => Run(parsed, stop), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken stop)
    {
        var calls = SupernetCall.ParseList(parsed.GetValue(Searches)!);
        var images = parsed.GetValue(Images)!;
        if (images is "noise" or "texture")
        {
            throw new UserError(
                $"--images {images} has no labels to train on; "
                    + "give a folder with the binary files of CIFAR-10 or CIFAR-100"
            );
        }

        var placement = Placement.Named(parsed.GetValue(Device)!, parsed.GetValue(DType)!);
        var isGpu = placement.Device.type == TorchSharp.DeviceType.CUDA;
        var request = new SupernetRequest
        {
            Calls = calls,
            Table = KnownTables.Open(parsed.GetValue(Table)!),
            Images = CifarFolder.Open(images),
            ImageCount = parsed.GetValue(ImageCount),
            Settings = new()
            {
                Channels = parsed.GetValue(Channels),
                Cells = parsed.GetValue(Cells),
                Epochs = parsed.GetValue(Epochs),
                Batch = parsed.GetValue(Batch),
                MatchingBatches = parsed.GetValue(Matching),
                Permutations = parsed.GetValue(Permutations),
                GameImages = parsed.GetValue(GameImages),
                Paths = parsed.GetValue(Paths),
            },
            Placement = placement,
            Seeds = parsed.GetValue(Seeds),
            Seed = parsed.GetValue(Seed),
            Workers = parsed.GetValue(Workers) ?? (isGpu ? 1 : Environment.ProcessorCount),
            Folder = parsed.GetValue(Out)!,
        };
        var beside = (parsed.GetValue(Beside) ?? [])
            .SelectMany(folder => MeasuredSearch.Read(folder, request.Table.Checksum))
            .ToList();
        var bench = SupernetBench.Open(request);
        TorchSharp.torch.set_num_threads(1);
        var outcomes = ProgressDisplay.During(progress => bench.Run(progress, stop));
        var results = new SupernetResults(request, outcomes, beside);
        SupernetFolder.Write(results);
        if (parsed.GetValue(AsJson))
        {
            Json.Print(SupernetFolder.Json(results));
        }
        else
        {
            var table = SupernetTable.Of(results);
            TableView.Show(table);
            Console.Out.WriteLine(table.Caption);
            Console.Out.WriteLine(
                $"{Path.Combine(request.Folder, "tables")}, {Path.Combine(request.Folder, "figures")}, "
                    + Path.Combine(request.Folder, SupernetFolder.Readings)
            );
        }

        return ExitCode.Done;
    }

    private static Option<int> Number(string name, string description, int usual) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}
