using System.Globalization;

namespace ZcBench.Cli.Tests;

/// <summary>zcbench export as a user calls it, on one run.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("export").FullName;

    public ExportTests() =>
        Ok("run", "--sample", "8", "--batch", "4", "--proxies", "wot,params", "--out", "r", "--no-report");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_parquet_file_is_written_and_never_printed()
    {
        var (code, output, error) = Zcbench.Run(_folder, "export", "r", "--format", "parquet");
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Equal("zcbench: a Parquet file is binary and is not printed; give --out FILE", error.Trim());

        Assert.Empty(Ok("export", "r", "--format", "parquet", "--out", "r.parquet"));
        var bytes = File.ReadAllBytes(Path.Combine(_folder, "r.parquet"));
        Assert.Equal("PAR1"u8.ToArray(), bytes[..4]);
        Assert.Equal("PAR1"u8.ToArray(), bytes[^4..]);
        Assert.Equal(["r.parquet"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Csv_is_printed_with_a_line_for_each_architecture_and_proxy()
    {
        var lines = Ok("export", "r", "--format", "csv").TrimEnd().Split('\n');
        var columns = lines[0].Split(',');
        var rows = lines[1..].Select(line => line.Split(',')).ToList();
        var proxies = rows.Select(row => Value(row, "proxy")).Distinct().ToList();
        Assert.Superset(new HashSet<string>(["counting", "params", "wot"]), proxies.ToHashSet());
        Assert.Equal(
            Enumerable.Repeat(proxies, 8).SelectMany(ids => ids),
            rows.Select(row => Value(row, "proxy"))
        );
        Assert.All(
            rows,
            row => Assert.NotEqual(Value(row, "score").Length == 0, Value(row, "reason").Length == 0)
        );
        Assert.All(
            rows.Where(row => Value(row, "proxy") == "wot"),
            row => Assert.True(double.Parse(Value(row, "milliseconds"), CultureInfo.InvariantCulture) > 0)
        );

        string Value(string[] row, string column) => row[Array.IndexOf(columns, column)];
    }

    private string Ok(params string[] command)
    {
        var (code, output, error) = Zcbench.Run(_folder, command);
        Assert.True(code == 0, error);
        return output;
    }
}
