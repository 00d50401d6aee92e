using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Onnx.Tests;

/// <summary>Tables whose architectures are files.</summary>
public sealed class FileTableTests : IDisposable
{
    private const string Header = "path,images-3-4x6x6_test90\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onnx");

    public FileTableTests()
    {
        OnnxSpace.Register();
        Directory.CreateDirectory(At("nets"));
        File.WriteAllBytes(At("nets/a.onnx"), Made.Model(graph => Made.End(graph, "x")));
        File.WriteAllBytes(
            At("nets/b.onnx"),
            Made.Model(graph =>
            {
                graph.Node("Relu", ["x"], "a");
                Made.End(graph, "a");
            })
        );
        File.Copy(At("nets/a.onnx"), At("nets/c.onnx"));
    }

    [Fact]
    public void Paths_are_relative_to_the_table_and_networks_are_known_by_their_digest()
    {
        var table = Open("nets/a.onnx,81.5\nnets/b.onnx,82\n");
        Assert.Equal("onnx", table.Description.Space);
        Assert.Equal(
            [OnnxNetwork.Read(At("nets/a.onnx")).Digest, OnnxNetwork.Read(At("nets/b.onnx")).Digest],
            table.Architectures.Select(architecture => architecture.Text)
        );
        var target = table.Targets.Single();
        Assert.Equal([81.5, 82], table.Accuracies(target));
        var task = ImageTask.Named(target.Dataset);
        Assert.Equal(new ImageTask("images-3-4x6x6", 3, new(4, 6, 6)), task);
        Assert.Equal(12, SearchSpaces.Named("onnx").Build(table.Architectures[0], task).Parameters);
    }

    [Fact]
    public void One_network_in_two_files_is_refused() =>
        Assert.Contains("is on line 2 already", Refusal("nets/a.onnx,81.5\nnets/c.onnx,82\n"));

    [Fact]
    public void A_missing_file_is_refused_with_its_line() =>
        Assert.Contains("line 3", Refusal("nets/a.onnx,81.5\nnets/d.onnx,82\n"));

    public void Dispose() => _folder.Delete(recursive: true);

    private string Refusal(string rows) => Assert.Throws<UserError>(() => Open(rows)).Message;

    private BenchmarkTable Open(string rows)
    {
        File.WriteAllText(At("table.csv"), Header + rows);
        return KnownTables.Open(At("table.csv"));
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
