using System.Globalization;

namespace ZcBench.Cli.Tests;

/// <summary>Networks of files on the command line.</summary>
public sealed class OnnxCommandTests : IDisposable
{
    private const string Cell = "|none~0|+|none~0|none~1|+|nor_conv_3x3~0|skip_connect~1|nor_conv_1x1~2|";
    private const string Proxies = "wot,params,grad_norm";
    private readonly string _folder = Directory.CreateTempSubdirectory("onnx").FullName;

    public OnnxCommandTests() => Ok("export-onnx", "--arch", Cell, "--out", "cell.onnx");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_written_network_has_the_scores_of_the_one_that_it_was_written_from()
    {
        var direct = Scores(Ok("score", "--arch", Cell, "--proxies", Proxies, "--batch", "4"));
        var read = Scores(Ok("score", "--onnx", "cell.onnx", "--proxies", Proxies, "--batch", "4"));
        Assert.Equal(direct, read);
        Assert.Equal(3, read.Count);
    }

    [Fact]
    public void A_plan_says_what_memory_a_file_takes()
    {
        var small = Memory(Ok("plan", "--onnx", "cell.onnx", "--proxies", "grad_norm", "--batch", "64"));
        var large = Memory(Ok("plan", "--onnx", "cell.onnx", "--proxies", "grad_norm", "--batch", "256"));
        Assert.InRange(large / small, 3, 4.5);
    }

    [Fact]
    public void Proxies_of_trained_networks_want_images_with_labels()
    {
        var (code, _, error) = Zcbench.Run(
            _folder,
            "score",
            "--onnx",
            "cell.onnx",
            "--proxies",
            "wot@2steps"
        );
        Assert.Equal(2, code);
        Assert.Contains("there are no images with labels to train on", error, StringComparison.Ordinal);
    }

    private string Ok(params string[] arguments)
    {
        var (code, output, error) = Zcbench.Run(_folder, arguments);
        Assert.True(code == 0, error);
        return output;
    }

    private static List<string> Scores(string output) =>
        [
            .. output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line =>
                    string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..2])
                ),
        ];

    // "... about 1.5 GB of memory at batch 64"
    private static double Memory(string output)
    {
        var line = output
            .Split('\n')
            .Single(line => line.StartsWith("cell.onnx: ", StringComparison.Ordinal));
        var words = line.Split(' ');
        return double.Parse(words[Array.IndexOf(words, "GB") - 1], CultureInfo.InvariantCulture);
    }
}
