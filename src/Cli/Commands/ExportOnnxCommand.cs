using System.CommandLine;
using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Onnx;
using ZcBench.Onnx.Export;
using ZcBench.Proxies.Networks;
using ZcBench.Reports.Files;
using ZcBench.Runs;
using ZcBench.Scores;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench export-onnx: a network of a benchmark as an ONNX file.</summary>
internal static class ExportOnnxCommand
{
    private const string Drawn = "drawn",
        None = "none";

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
        }.Checked(name => SearchSpaces.Named(name));
        var dataset = new Option<string?>("--dataset")
        {
            Description = "Dataset (image size and classes); the usual one of the space if not given",
        };
        var size = new Option<int?>("--image-size")
        {
            Description = "Side of the images in pixels; the dataset's own if not given",
        };
        var channels = new Option<int?>("--channels")
        {
            Description = "Channels of the first cells, where the space lets one choose (darts)",
        };
        var cells = new Option<int?>("--cells")
        {
            Description = "Number of cells, where the space lets one choose (darts)",
        };
        var weights = new Option<string>("--weights")
        {
            Description = "'drawn' (from the seed by default's distribution), or 'none' for a small file",
            DefaultValueFactory = _ => Drawn,
        }.Among(Drawn, None);
        var seed = new Option<long>("--seed")
        {
            Description = "Seed of the weights",
            DefaultValueFactory = _ => 0,
        };
        var output = new Option<string>("--out") { Description = "File to write", Required = true };
        var command = new Command(
            "export-onnx",
            "Write an architecture of a benchmark as an ONNX file, which 'score --onnx' reads back"
        )
        {
            architecture,
            space,
            dataset,
            size,
            channels,
            cells,
            weights,
            seed,
            output,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(output)!;
            var drawn = Weights(parsed.GetValue(weights)!, parsed.GetValue(seed));
            WholeFile.Check(path);
            var named = SearchSpaces.Named(parsed.GetValue(space)!);
            var task = new NetworkRequest
            {
                Dataset = parsed.GetValue(dataset),
                ImageSize = parsed.GetValue(size),
                Channels = parsed.GetValue(channels),
                Cells = parsed.GetValue(cells),
            }.Task(named);
            var network = named.Build(named.Parse(parsed.GetValue(architecture)!), task);
            using var content = new MemoryStream(OnnxExport.Write(network, drawn));
            var file = OnnxNetwork.Read(path, content.ToArray());
            WholeFile.Write(path, content);
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}: {network.Parameters} parameters, images {task.Image}, digest {file.Digest}"
                )
            );
            return ExitCode.Done;
        });
        return command;
    }

    private static OnnxWeights? Weights(string wanted, long seed)
    {
        var init = new WeightInit(InitKind.Default, seed);
        return wanted == None ? null : new(init.Weights, init.Bias);
    }
}
