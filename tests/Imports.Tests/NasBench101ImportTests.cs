using ZcBench.Benchmarks;
using ZcBench.Benchmarks.NasBench101;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Imports.Tests;

public sealed class NasBench101ImportTests : IDisposable
{
    private const int Parameters = 2_694_282;

    // The cell of the benchmark's README, and its number of parameters as its notebook prints it.
    private static readonly Cell Readme = CellJson.Parse(
        """
        {"matrix": [[0,1,1,1,0,1,0], [0,0,0,0,0,0,1], [0,0,0,0,0,0,1], [0,0,0,0,1,0,0],
                    [0,0,0,0,0,0,1], [0,0,0,0,0,0,1], [0,0,0,0,0,0,0]],
         "ops": ["input", "conv1x1-bn-relu", "conv3x3-bn-relu", "conv3x3-bn-relu",
                 "conv3x3-bn-relu", "maxpool3x3", "output"]}
        """
    );

    private static readonly Cell Plain = CellText.Parse("out:0");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_cell_of_the_readme_is_read_with_its_means_repeats_and_seconds()
    {
        var table = Read(
            TfRecordWriter.Record(Readme, 108, Parameters, 0.9, 0.8, 1000),
            TfRecordWriter.Record(Plain, 108, 882_570, 0.5, 0.4, 100),
            TfRecordWriter.Record(Readme, 108, Parameters, 0.95, 0.9, 1100),
            TfRecordWriter.Record(Readme, 4, Parameters, 0.25, 0.125, 40),
            TfRecordWriter.Record(Plain, 4, 882_570, 0.25, 0.125, 10)
        );
        Assert.Equal("nasbench101", table.Description.Space);
        Assert.Equal([Parameters, 882_570], table.Parameters("cifar10")!);
        Assert.Equal(Readme.Vertices, CellText.Parse(table.Architectures[0].Text).Vertices);
        Assert.Equal(
            [85, 40],
            table.Accuracies(new("cifar10", Split.Test, 108)).Select(value => Math.Round(value, 9))
        );
        Assert.Equal(92.5, table.Accuracies(new("cifar10", Split.Validation, 108))[0], 9);
        Assert.Equal(12.5, table.Accuracies(new("cifar10", Split.Test, 4))[1]);
        Assert.Equal([1050, 100], table.TrainingSeconds("cifar10", 108)!);
        var repeats = table.Trials(new("cifar10", Split.Test, 108));
        Assert.Equal(["repeat1", "repeat2"], repeats.Keys);
        Assert.Equal([90, double.NaN], repeats["repeat2"]);
    }

    [Fact]
    public void The_column_of_hashes_holds_the_benchmarks()
    {
        Read(TfRecordWriter.Record(Readme, 108, Parameters, 0.9, 0.8, 1000));
        var lines = File.ReadAllLines(_folder.Table);
        Assert.StartsWith(
            "hash,architecture,params,cifar10_val108_fraction,cifar10_test108_fraction,",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith(GraphHash.Of(Readme) + ",", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_sum_is_refused_with_its_byte()
    {
        var good = TfRecordWriter.Record(Readme, 108, Parameters, 0.9, 0.8, 1000);
        var bad = TfRecordWriter.Record(Plain, 108, 882_570, 0.5, 0.4, 100);
        bad[^1] ^= 1;
        Refused($"byte {good.Length + bad.Length - 4}: the CRC-32C of the record is 0x", good, bad);
        bad[^1] ^= 1;
        bad[9] ^= 1;
        Refused($"byte {good.Length}: the CRC-32C of the record's length is 0x", good, bad);
    }

    [Fact]
    public void A_length_of_two_to_the_sixty_is_refused_before_memory_is_taken() =>
        Refused(
            "a record of 1152921504606846976 bytes, where at most 1048576 were expected",
            TfRecordWriter.Header(1UL << 60)
        );

    [Fact]
    public void A_file_cut_off_at_any_byte_is_refused()
    {
        var record = TfRecordWriter.Record(Plain, 108, 882_570, 0.5, 0.4, 100);
        for (var length = 1; length < record.Length; length++)
        {
            var error = Assert.Throws<UserError>(() =>
                _folder.Import(_folder.Write("a.tfrecord", record[..length]))
            );
            Assert.Contains("a.tfrecord", error.Message, StringComparison.Ordinal);
        }

        Assert.False(_folder.HasOutput());
    }

    [Fact]
    public void A_cell_that_does_not_fit_its_hash_or_its_parameters_is_refused()
    {
        Refused(
            "the hash is 00000000000000000000000000000000, but the cell's is",
            TfRecordWriter.Record(Plain, 108, 882_570, 0.5, 0.4, 1, new('0', 32))
        );
        Refused("1 parameters, where cell", TfRecordWriter.Record(Plain, 108, 1, 0.5, 0.4, 1));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("[\"00005c142e6f48ac74fdcf73e3439874\", 108, \"01\", \"input,output\", \"\"]")]
    [InlineData("[\"00005c142e6f48ac74fdcf73e3439874\", 108, \"0100\", \"input,output\", \"?\"]")]
    [InlineData("[\"00005c142e6f48ac74fdcf73e3439874\", -1, \"0100\", \"input,output\", \"\"]")]
    [InlineData("{}")]
    [InlineData("")]
    public void A_record_of_something_else_is_refused(string payload) =>
        Refused("byte 0: this record is none of NAS-Bench-101", TfRecordWriter.Framed(payload));

    [Fact]
    public void An_accuracy_above_one_is_refused() =>
        Refused(
            "cifar10_test108_repeat1_fraction of out:0 is 40, but must be a number from 0 to 1",
            TfRecordWriter.Record(Plain, 108, 882_570, 0.5, 40, 1)
        );

    [Fact]
    public void Another_cell_under_the_hash_of_the_first_is_refused()
    {
        var (first, second) = (CellText.Parse("c3:0/mp:1/out:2"), CellText.Parse("mp:0/c3:1/out:2"));
        var parameters = (int)
            new NasBench101Space().Parameters(new NasBench101Space().Of(first), ImageTask.Cifar10);
        Assert.Equal(
            parameters,
            new NasBench101Space().Parameters(new NasBench101Space().Of(second), ImageTask.Cifar10)
        );
        var record = TfRecordWriter.Record(first, 108, parameters, 0.9, 0.8, 1000);
        Refused(
            $"byte {record.Length}: this record is none of NAS-Bench-101: the hash is {GraphHash.Of(first)}, "
                + $"but the cell's is {GraphHash.Of(second)}",
            record,
            TfRecordWriter.Record(second, 108, parameters, 0.5, 0.4, 100, GraphHash.Of(first))
        );
    }

    [Fact]
    public void A_cell_with_its_vertices_in_another_order_is_the_same()
    {
        var (first, second) = (CellText.Parse("c1:0/mp:0/out:1+2"), CellText.Parse("mp:0/c1:0/out:1+2"));
        var parameters = (int)
            new NasBench101Space().Parameters(new NasBench101Space().Of(first), ImageTask.Cifar10);
        var table = Read(
            TfRecordWriter.Record(first, 108, parameters, 0.9, 0.8, 1000),
            TfRecordWriter.Record(second, 108, parameters, 0.9, 0.4, 1000)
        );
        Assert.Equal(60, table.Accuracies(new("cifar10", Split.Test, 108))[0], 9);
    }

    [Fact]
    public void Another_space_and_a_map_are_refused()
    {
        var path = _folder.Write(
            "nasbench.tfrecord",
            TfRecordWriter.Record(Plain, 108, 882_570, 0.5, 0.4, 1)
        );
        var space = Assert.Throws<UserError>(() => _folder.Import(path, "nasbench201"));
        Assert.Contains(
            "nasbench.tfrecord is a TFRecord of NAS-Bench-101, "
                + "so its space is nasbench101 and not --space nasbench201; leave --space out",
            space.Message,
            StringComparison.Ordinal
        );
        var map = Assert.Throws<UserError>(() => _folder.Import(path, null, ("cifar10_test108", "test")));
        Assert.Contains(
            "--map cifar10_test108=test is for columns of CSV only; leave --map out",
            map.Message,
            StringComparison.Ordinal
        );
        Assert.False(_folder.HasOutput());
        _folder.Import(path, "nasbench101");
    }

    private BenchmarkTable Read(params byte[][] records)
    {
        _folder.Import(_folder.Write("nasbench.tfrecord", [.. records.SelectMany(record => record)]));
        return KnownTables.Open(_folder.Table);
    }

    private void Refused(string message, params byte[][] records)
    {
        var error = Assert.Throws<UserError>(() => Read(records));
        Assert.Contains("nasbench.tfrecord", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False(_folder.HasOutput());
    }
}
