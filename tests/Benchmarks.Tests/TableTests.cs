using ZcBench.Benchmarks.Tables;

namespace ZcBench.Benchmarks.Tests;

public sealed class TableTests : IDisposable
{
    private const string First = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";
    private const string Second = "|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|";
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

    [Theory]
    [InlineData("architecture,cifar10_wrong\n" + First + ",10\n", "line 1: column 'cifar10_wrong' is unknown")]
    [InlineData("cifar10_test200\n10\n", "line 1: there is no column 'architecture'")]
    [InlineData("architecture,cifar10_test200\n" + First + ",10\n" + First + ",11\n", "line 3: architecture")]
    [InlineData("architecture,cifar10_test200\n" + First + ",101\n", "line 2: cifar10_test200 is '101'")]
    [InlineData("architecture,cifar10_test200\n" + First + ",-1\n", "line 2: cifar10_test200 is '-1'")]
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

    private BenchmarkTable Read(string content)
    {
        File.WriteAllText(_path, content);
        return KnownTables.Open(_path);
    }
}
