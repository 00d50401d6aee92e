using System.IO.Compression;
using System.Text;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Benchmarks.Tests;

public sealed class TableTests : IDisposable
{
    private const string First = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";
    private const string Second = "|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|";
    private const string Own = "hash,vertices,adjacency_upper_triangle,interior_operations,params,mean_test_accuracy_108\n";
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void The_embedded_table_holds_256_architectures_and_three_datasets()
    {
        var table = KnownTables.Open(KnownTables.Default);
        Assert.Equal(256, table.Architectures.Count);
        Assert.Equal(["cifar10 test@200", "cifar100 test@200", "ImageNet16-120 test@200"], table.Targets.Select(t => t.ToString()));
        Assert.Equal(85.86, table.AccuracyPercent(new("cifar10", Split.Test, 200))[0]);
        Assert.Equal("MIT", table.Description.Licence);
    }

    [Fact]
    public void A_file_is_read_by_its_column_names()
    {
        var table = Read($"architecture,cifar10_val12,cifar10_test200,params_cifar10\n{First},10,10.5,1\n{Second},60,70,2\n");
        Assert.Equal([10.5, 70], table.AccuracyPercent(table.Find("cifar10", Split.Test)));
        Assert.Equal(12, table.Find("cifar10", Split.Validation).Epochs);
    }

    [Fact]
    public void A_column_of_training_times_is_read_in_seconds_and_others_of_seconds_are_not()
    {
        var table = Read($"architecture,cifar10_val12,cifar10_train12_seconds,cifar10_gpu_seconds\n{First},10,86.5,x\n{Second},60,0,y\n");
        Assert.Equal([86.5, 0], table.TrainingSeconds("cifar10", 12));
        Assert.Null(table.TrainingSeconds("cifar10", 200));
    }

    [Theory]
    [InlineData("architecture,cifar10_val12,cifar10_train12_seconds\n" + First + ",10,-1\n", "line 2: cifar10_train12_seconds is '-1'")]
    [InlineData("architecture,cifar10_val12,cifar10_train12_seconds\n" + First + ",10,inf\n", "but must be empty or a number from 0")]
    [InlineData("architecture,cifar10_val12,cifar10_train12_seconds,CIFAR10_train12_seconds\n" + First + ",10,1,2\n", "line 1: two columns hold the same as")]
    [InlineData("architecture,cifar10_wrong\n" + First + ",10\n", "line 1: column 'cifar10_wrong' is unknown")]
    [InlineData("cifar10_test200\n10\n", "line 1: there is no column 'architecture'")]
    [InlineData("architecture,cifar10_test200\n" + First + ",10\n" + First + ",11\n", "line 3: architecture")]
    [InlineData("architecture,cifar10_test200\n" + First + ",101\n", "line 2: cifar10_test200 is '101'")]
    [InlineData("architecture,cifar10_test200\n" + First + ",-1\n", "line 2: cifar10_test200 is '-1'")]
    [InlineData("architecture,cifar10_test200,cifar10_test200_seed7\n" + First + ",10,101\n", "line 2: cifar10_test200_seed7 is '101'")]
    [InlineData("architecture,cifar10_test200,cifar10_train12_seconds\n" + First + ",10,-1\n", "line 2: cifar10_train12_seconds is '-1'")]
    [InlineData("architecture,cifar10_test200,cifar10_test200_seed7,cifar10_test200_seed7_fraction\n" + First + ",10,10,0.1\n", "line 1: two columns hold the same as")]
    [InlineData("architecture,cifar10_test200\n" + First + ",NaN\n", "line 2: cifar10_test200 is 'NaN'")]
    [InlineData("architecture,cifar10_test200\n" + First + ",\n", "line 2: cifar10_test200 is ''")]
    [InlineData("architecture,cifar10_test200\n" + First + "\n", "line 2: 1 fields where the header has 2")]
    [InlineData("architecture,cifar10_test200\n" + First + ",10\n" + Second + ",7", "line 3: the file does not end with a line break")]
    [InlineData("architecture,cifar10_test200\n|none~0|,10\n", "line 2: '|none~0|' is not a NAS-Bench-201 architecture")]
    [InlineData("architecture,cifar10_test200\n", "holds a header and no rows")]
    [InlineData("architecture,cifar10_test200\n\"" + First + ",10\n", "line 2")]
    public void A_damaged_file_is_refused_with_its_line(string content, string message)
    {
        var error = Assert.Throws<UserError>(() => Read(content));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fraction_is_known_by_its_columns_name_and_read_as_percent()
    {
        var table = Read($"architecture,cifar10_test200_fraction,cifar10_val_accuracy_fraction\n{First},0.9431,1\n{Second},0.1,0\n");
        Assert.Equal([94.31, 10], table.AccuracyPercent(new("cifar10", Split.Test, 200)));
        Assert.Equal([100, 0], table.AccuracyPercent(new("cifar10", Split.Validation, 200)));
    }

    [Fact]
    public void Trainings_seconds_and_parameters_beside_the_accuracies_are_read_and_may_be_missing()
    {
        var table = Read(
            "architecture,cifar10_test200,cifar10_test200_seed777,cifar10_test200_seed888_fraction,cifar100_valtest200,cifar10_train12_seconds,params_cifar10\n"
            + $"{First},10,9,0.11,1,86.5,73306\n{Second},60,60,,2,,\n");
        var trials = table.TrialsPercent(new("cifar10", Split.Test, 200));
        Assert.Equal(["seed777", "seed888"], trials.Keys);
        Assert.Equal([11, double.NaN], trials["seed888"]);
        Assert.Equal([86.5, double.NaN], table.TrainingSeconds("cifar10", 12)!);
        Assert.Equal([73_306, double.NaN], table.Parameters("cifar10")!);
        Assert.Null(table.TrainingSeconds("cifar10", 200));
        Assert.Empty(table.TrialsPercent(new("cifar100", Split.Test, 200)));
        Assert.Equal(["cifar10 test@200"], table.Targets.Select(target => target.ToString()));
    }

    [Fact]
    public void Cifar10_valid_is_a_dataset_of_its_own()
    {
        var table = Read($"architecture,cifar10-valid_val12,cifar10_valid_test12,cifar10_test12\n{First},10,11,12\n");
        Assert.Equal(["cifar10 test@12", "cifar10-valid val@12", "cifar10-valid test@12"], table.Targets.Select(target => target.ToString()));
    }

    [Fact]
    public void A_table_of_the_benchmarks_own_columns_is_recognised_by_them()
    {
        var table = Read(Own + "00005c142e6f48ac74fdcf73e3439874,7,100110100001001010101,02001,8555530,0.920606\n");
        Assert.Equal("nasbench101", table.Description.Space);
        Assert.Equal("c3:0/mp:1/c3:2/c3:0/c1:0+3+4/out:2+5", table.Architectures[0].Text);
        Assert.Equal([92.0606], table.AccuracyPercent(table.Find("cifar10", Split.Test)));
        Assert.Equal(108, table.Find("cifar10", Split.Test).Epochs);
    }

    [Theory]
    [InlineData("h,8,1,02,1,0.9\n", "line 2: '8 1 02' is not a NAS-Bench-101 architecture: vertices must be 2 to 7")]
    [InlineData("h,3,1111,0,1,0.9\n", "line 2: '3 1111 0' is not a NAS-Bench-101 architecture: the upper triangle must be 3 digits")]
    [InlineData("h,3,111,3,1,0.9\n", "the operations must be 1 digits 0, 1 or 2")]
    [InlineData("h,3,100,0,1,0.9\n", "no path leads from the input to the output")]
    [InlineData("h,3,111,0,1,90\n", "mean_test_accuracy_108 is '90', but an accuracy is a fraction in [0, 1]")]
    [InlineData("h,3,111,0,1,0.9\ni,3,111,0,1,0.8\n", "line 3: architecture 'c3:0/out:0+1' is on line 2 already")]
    public void A_damaged_row_of_own_columns_is_refused_with_its_line(string rows, string message)
    {
        var error = Assert.Throws<UserError>(() => Read(Own + rows));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_of_another_space_are_read_when_it_is_named_and_refused_with_that_advice_when_not()
    {
        const string Content = "architecture,cifar10_test108\nc3:0/out:1,90\n";
        var error = Assert.Throws<UserError>(() => Read(Content));
        Assert.Contains("if the table is of another space, name it with --space", error.Message, StringComparison.Ordinal);
        Assert.Equal("nasbench101", KnownTables.Open(_path, "nasbench101").Architectures[0].Space);
    }

    [Fact]
    public void A_space_that_the_description_contradicts_is_refused()
    {
        var error = Assert.Throws<UserError>(() => KnownTables.Open(KnownTables.Default, "nasbench101"));
        Assert.Contains("is one of nasbench201", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compressed_file_is_read_like_the_file_itself()
    {
        var content = $"architecture,cifar10_test200\n{First},10\n{Second},20\n";
        File.WriteAllBytes(_path, Packed(content));
        Assert.Equal([10.0, 20], KnownTables.Open(_path).AccuracyPercent(new("cifar10", Split.Test, 200)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(40)]
    public void A_compressed_file_that_is_cut_off_is_refused(int missing)
    {
        File.WriteAllBytes(_path, Packed($"architecture,cifar10_test200\n{First},10\n{Second},20\n")[..^missing]);
        var error = Assert.Throws<UserError>(() => KnownTables.Open(_path));
        Assert.Contains("cut off", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_compressed_file_is_refused()
    {
        var packed = Packed($"architecture,cifar10_test200\n{First},10\n{Second},20\n");
        packed[packed.Length / 2] ^= 0xff;
        File.WriteAllBytes(_path, packed);
        Assert.Throws<UserError>(() => KnownTables.Open(_path));
    }

    [Fact]
    public void The_whole_table_of_NAS_Bench_101_is_read_with_its_best_cell()
    {
        var table = KnownTables.Open(SharedData.Find("nasbench101.csv.gz"));
        Assert.Equal(423_624, table.Architectures.Count);
        Assert.Equal(94.3176, table.AccuracyPercent(new("cifar10", Split.Test, 108)).Max());
        Assert.Equal("nasbench101", table.Description.Id);
    }

    [Fact]
    public void A_missing_file_is_refused_with_the_known_tables()
    {
        var error = Assert.Throws<UserError>(() => KnownTables.Open("nowhere.csv"));
        Assert.Contains("nasbench201-256", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_the_table_lacks_is_refused_with_those_it_has()
    {
        var table = KnownTables.Open(KnownTables.Default);
        var error = Assert.Throws<UserError>(() => table.Find("cifar10", Split.Validation));
        Assert.Contains("cifar10 test@200", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Packed(string content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionMode.Compress))
        {
            stream.Write(Encoding.UTF8.GetBytes(content));
        }

        return packed.ToArray();
    }

    private BenchmarkTable Read(string content)
    {
        File.WriteAllText(_path, content);
        return KnownTables.Open(_path);
    }
}
