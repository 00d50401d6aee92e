using DuckDB.NET.Data;
using ZcBench.Reports.Files;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tests.Runs;
using ZcBench.Scores;

namespace ZcBench.Reports.Tests.Files;

/// <summary>A run's long table as DuckDB reads it.</summary>
public sealed class LongTableTests : IDisposable
{
    // Numbers that a detour through text or single precision would change.
    private static readonly double[] Delicate = [-0.0, double.Epsilon, double.MaxValue, 0.1 + 0.2, -1 / 3.0];
    private readonly string _folder = Directory.CreateTempSubdirectory("long").FullName;
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public LongTableTests() => _connection.Open();

    public void Dispose()
    {
        _connection.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_parquet_file_holds_the_runs_values_bit_for_bit()
    {
        var run = Run();
        var read = Rows($"SELECT * FROM '{Parquet(run)}'");
        var columns = run.Whole().Columns;
        var expected = run.Architectures.SelectMany(
            (architecture, i) =>
                columns.Select(column =>
                    (object?[])
                        [
                            "nasbench201",
                            "cifar10",
                            7L,
                            3L,
                            run.Indices[i],
                            architecture.Text,
                            Bits(run.Accuracies[i]),
                            Bits(run.AccuraciesOf(new("cifar100", run.Manifest.Target.Split, 200))[i]),
                            Bits(run.AccuraciesOf(new("ImageNet16-120", run.Manifest.Target.Split, 200))[i]),
                            column.Proxy.Id,
                            column.Proxy.Id == "live_pools" ? "lower" : "higher",
                            column.Scores[i].IsDefined ? Bits(column.Scores[i].Value) : null,
                            column.Scores[i].Reason,
                            column.Milliseconds is { } times ? Bits(times[i]) : null,
                        ]
                )
        );
        Assert.Equal(expected, read);
        Assert.Equal(
            run.Column("wot")!.Undefined,
            read.Count(row => row[9] is "wot" && row[11] is null && row[12] is string)
        );
        Assert.InRange(run.Column("wot")!.Undefined, 1, 255);
        Assert.All(read, row => Assert.NotEqual(row[11] is null, row[12] is null));
    }

    [Fact]
    public void Columns_have_names_and_types_that_do_not_depend_on_the_values() =>
        Assert.Equal(
            [
                "space VARCHAR",
                "dataset VARCHAR",
                "seed BIGINT",
                "input_seed BIGINT",
                "index BIGINT",
                "architecture VARCHAR",
                "cifar10_test200_percent DOUBLE",
                "cifar100_test200_percent DOUBLE",
                "ImageNet16-120_test200_percent DOUBLE",
                "proxy VARCHAR",
                "better VARCHAR",
                "score DOUBLE",
                "reason VARCHAR",
                "milliseconds DOUBLE",
            ],
            Rows($"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '{Parquet(TestRun.Of())}')")
                .Select(row => $"{row[0]} {row[1]}")
        );

    [Fact]
    public void The_metadata_says_how_the_run_was_made()
    {
        var metadata = Rows($"SELECT decode(key), decode(value) FROM parquet_kv_metadata('{Parquet(Run())}')")
            .ToDictionary(row => (string)row[0]!, row => (string)row[1]!, StringComparer.Ordinal);
        Assert.Equal("0.1.0", metadata["zcbench.version"]);
        Assert.Equal(
            "seed 7, batch 16, input noise, seed 3, init published, float32 on cpu",
            metadata["zcbench.protocol"]
        );
        Assert.Equal("cifar10 test@200", metadata["zcbench.target"]);
    }

    [Fact]
    public void The_csv_holds_the_same_table_bit_for_bit()
    {
        var run = Run();
        var csv = Path.Combine(_folder, "long.csv");
        WholeFile.Write(csv, output => LongCsvFile.Write(run, output));
        var parquet = Parquet(run);
        Assert.Equal(
            Rows($"SELECT * FROM '{parquet}'"),
            Rows($"SELECT * FROM read_csv('{csv}', types = {{'reason': 'VARCHAR', 'score': 'DOUBLE'}})")
        );
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes()
    {
        var run = Run();
        Assert.Equal(File.ReadAllBytes(Parquet(run)), File.ReadAllBytes(Parquet(run, "again.parquet")));
    }

    [Fact]
    public void Files_of_several_runs_are_read_as_one_table()
    {
        Parquet(Run());
        Parquet(TestRun.Of(), "other.parquet");
        Assert.Equal(
            [
                [0L, 256L],
                [7L, 256L],
            ],
            Rows(
                $"SELECT seed, count(*) FROM '{_folder}/*.parquet' WHERE proxy = 'params' "
                    + "GROUP BY seed ORDER BY seed"
            )
        );
    }

    private static ScoredRun Run() =>
        TestRun.Of(
            ZcBench.Benchmarks.Tables.KnownTables.Open(ZcBench.Benchmarks.Tables.KnownTables.Default),
            protocol: new(7, "cifar10", "noise, seed 3", 16, "published", "float32", "cpu"),
            more:
            [
                TestRun.Noisy("wot", 3, seed: 1) with
                {
                    Milliseconds = [.. Enumerable.Range(0, 256).Select(i => i / 7.0)],
                },
                TestRun.Column(
                    "delicate",
                    Enumerable.Range(0, 256).Select(i => Score.Of(Delicate[i % Delicate.Length]))
                ),
                TestRun.Column(
                    "quoted",
                    Enumerable.Range(0, 256).Select(_ => Score.Undefined("it says \"no\", twice"))
                ),
            ]
        );

    private string Parquet(ScoredRun run, string name = "long.parquet")
    {
        var path = Path.Combine(_folder, name);
        WholeFile.Write(path, output => ParquetFile.Write(run, output));
        return path;
    }

    private List<object?[]> Rows(string query)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([
                .. Enumerable
                    .Range(0, reader.FieldCount)
                    .Select(i => reader.IsDBNull(i) ? null : Bits(reader.GetValue(i))),
            ]);
        }

        return rows;
    }

    // A number as its bits, which tell -0 from 0.
    private static object Bits(object value) =>
        value is double number ? (BitConverter.DoubleToInt64Bits(number), number) : value;
}
