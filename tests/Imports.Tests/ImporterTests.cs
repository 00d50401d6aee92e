using System.Security.Cryptography;
using System.Text;
using ZcBench.Benchmarks;

namespace ZcBench.Imports.Tests;

public sealed class ImporterTests : IDisposable
{
    private static readonly string Good = $"architecture,cifar10_test200\n{Made.Text(0)},1\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_result_has_the_sums_of_what_was_read_and_written()
    {
        var result = _folder.Import(_folder.Write("source.csv", Good));
        Assert.Equal(Sum(Encoding.UTF8.GetBytes(Good)), result.Sources[0].Sha256);
        Assert.Equal(Sum(File.ReadAllBytes(_folder.Table)), result.Sha256);
        Assert.Equal((1, 2), (result.Rows, result.Columns));
        Assert.Contains(
            result.Sources[0].Sha256,
            File.ReadAllText(_folder["table.json"]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_folders_sum_is_that_of_the_list_of_its_files()
    {
        Directory.CreateDirectory(_folder["many"]);
        var second = Good.Replace(Made.Text(0), Made.Text(3), StringComparison.Ordinal);
        _folder.Write("many/a", Good);
        _folder.Write("many/b", second);
        var result = _folder.Import(_folder["many"]);
        var list = $"{Sum(Encoding.UTF8.GetBytes(Good))}  a\n{Sum(Encoding.UTF8.GetBytes(second))}  b\n";
        Assert.Equal(Sum(Encoding.UTF8.GetBytes(list)), result.Sources[0].Sha256);
        Assert.Equal(2, result.Rows);
    }

    [Fact]
    public void Files_of_two_kinds_are_refused()
    {
        Directory.CreateDirectory(_folder["many"]);
        _folder.Write("many/a", Good);
        _folder.Write("many/b", "{}");
        Refused("is of another kind (NAS-Bench-Suite-Zero JSON) than", () => _folder.Import(_folder["many"]));
    }

    [Fact]
    public void A_file_of_no_known_kind_is_refused_with_its_beginning() =>
        Refused(
            "begins with 89504e470d0a1a0a, as no known kind of file does",
            () => _folder.Import(_folder.Write("a.png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))
        );

    [Fact]
    public void An_empty_file_and_a_path_with_nothing_are_refused()
    {
        Refused("is empty", () => _folder.Import(_folder.Write("a.pth", "")));
        Refused("no such file or folder", () => _folder.Import(_folder["nothing"]));
    }

    [Fact]
    public void A_table_that_exists_is_not_overwritten()
    {
        _folder.Write("table.json", "{}");
        var error = Assert.Throws<UserError>(() => _folder.Import(_folder.Write("source.csv", Good)));
        Assert.Contains(
            "table.json' exists already and is not overwritten",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.False(File.Exists(_folder.Table));
    }

    [Fact]
    public void A_file_of_another_kind_in_gzip_is_refused_by_that_name()
    {
        byte[] packed = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff];
        Refused(
            "is packed by gzip, which is read for CSV only; unpack it first",
            () => _folder.Import(_folder.Write("a.gz", packed))
        );
    }

    [Fact]
    public void What_a_killed_import_left_is_removed_by_the_next()
    {
        _folder.Write("table.csv.part", "half");
        _folder.Write("table.json.part", "half");
        Refused("is empty", () => _folder.Import(_folder.Write("a.pth", "")));
    }

    [Fact]
    public void A_stopped_import_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var path = _folder.Write("source.csv", Good);
        Assert.Throws<OperationCanceledException>(() =>
            Importer.Run(new([path], _folder.Table, null, new Dictionary<string, string>()), null, stop.Token)
        );
        Assert.False(_folder.HasOutput());
    }

    [Fact]
    public void Formats_have_names_of_their_own() =>
        Assert.Equal(FileFormats.All.Count, FileFormats.Titles.Distinct(StringComparer.Ordinal).Count());

    private static string Sum(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private void Refused(string message, Action import)
    {
        var error = Assert.Throws<UserError>(import);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False(_folder.HasOutput());
    }
}
