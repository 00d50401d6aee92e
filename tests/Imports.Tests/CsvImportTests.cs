using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Imports.Tests;

public sealed class CsvImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mapped_columns_become_those_of_the_table_and_others_go()
    {
        _folder.Import(
            Write($"cell,valid_acc,test_acc,remark\n{Made.Text(0)},70.5,71.5,good\n{Made.Text(3)},60,61,\n"),
            null,
            ("architecture", "cell"),
            ("cifar10_val200", "valid_acc"),
            ("cifar10_test200", "test_acc")
        );
        var table = KnownTables.Open(_folder.Table);
        Assert.Equal([70.5, 60], table.Accuracies(new("cifar10", Split.Validation, 200)));
        Assert.Equal([71.5, 61], table.Accuracies(new("cifar10", Split.Test, 200)));
        Assert.Equal("architecture,cifar10_val200,cifar10_test200", File.ReadLines(_folder.Table).First());
    }

    [Fact]
    public void Without_a_map_known_names_are_kept_with_trainings_and_seconds()
    {
        _folder.Import(
            Write(
                "architecture,cifar10_test12,cifar10_test12_seed777,cifar10_train12_seconds,params\n"
                    + $"{Made.Text(0)},10,9,86.5,73306\n{Made.Text(3)},20,,,\n"
            )
        );
        var table = KnownTables.Open(_folder.Table);
        Assert.Equal([10, 20], table.Accuracies(new("cifar10", Split.Test, 12)));
        Assert.Equal([9, double.NaN], table.Trials(new("cifar10", Split.Test, 12))["seed777"]);
        Assert.Equal([86.5, double.NaN], table.TrainingSeconds("cifar10", 12)!);
        Assert.Equal([73_306, double.NaN], table.Parameters("cifar10")!);
    }

    [Fact]
    public void Cells_of_nasbench101_are_written_in_their_one_line_form()
    {
        _folder.Import(
            Write(
                "cell,acc\n\"{\"\"matrix\"\": [[0,1,1],[0,0,1],[0,0,0]], \"\"ops\"\": "
                    + "[\"\"input\"\", \"\"maxpool3x3\"\", \"\"output\"\"]}\",0.9\n"
            ),
            "nasbench101",
            ("architecture", "cell"),
            ("cifar10_test108_fraction", "acc")
        );
        var table = KnownTables.Open(_folder.Table);
        Assert.Equal("mp:0/out:0+1", table.Architectures[0].Text);
        Assert.Equal([90], table.Accuracies(new("cifar10", Split.Test, 108)));
    }

    [Fact]
    public void A_column_that_lacks_a_number_is_left_out_and_named()
    {
        var result = _folder.Import(
            Write($"architecture,cifar10_val12,cifar10_test12\n{Made.Text(0)},10,\n{Made.Text(3)},20,30\n")
        );
        Assert.Equal(["cifar10_test12 (lacks 1 of 2 architectures)"], result.LeftOut);
        Assert.Equal(
            ["cifar10 val@12"],
            KnownTables.Open(_folder.Table).Targets.Select(target => target.ToString())
        );
    }

    [Theory]
    [InlineData("architecture,acc\nx,1\n", "line 1: column 'acc' is unknown")]
    [InlineData(
        "cell,cifar10_test200\nx,1\n",
        "line 1: there is no column 'architecture'; name the column that holds the architectures by --map"
    )]
    [InlineData("architecture,cifar10_test200\nx,1\n", "line 2: 'x' is not")]
    [InlineData("architecture,cifar10_test200\nx\n", "line 2: 1 fields where the header has 2")]
    public void A_faulty_file_is_refused_with_its_line(string content, string message)
    {
        var error = Assert.Throws<UserError>(() => _folder.Import(Write(content)));
        Assert.Contains("source.csv, " + message, error.Message, StringComparison.Ordinal);
        Assert.False(_folder.HasOutput());
    }

    [Theory]
    [InlineData("high", "cifar10_test200 is 'high', where a number was expected")]
    [InlineData("101", "is 101, but must be a number from 0 to 100")]
    [InlineData("NaN", "is NaN, but must be a number from 0 to 100")]
    public void A_faulty_number_is_refused(string number, string message)
    {
        var error = Assert.Throws<UserError>(() =>
            _folder.Import(Write($"architecture,cifar10_test200\n{Made.Text(0)},{number}\n"))
        );
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "1.5",
        "params of |none~0|+|none~0|none~1|+|none~0|none~1|none~2| is 1.5, "
            + "but must be a whole number from 0; correct the row"
    )]
    [InlineData("-1", "is -1, but must be a whole number from 0; correct the row")]
    [InlineData("1e400", "is Infinity, but must be a whole number from 0; correct the row")]
    public void A_faulty_number_of_parameters_is_refused_with_its_line(string number, string message)
    {
        var error = Assert.Throws<UserError>(() =>
            _folder.Import(
                Write($"architecture,cifar10_test200,params\n{Made.Text(3)},1,2\n{Made.Text(0)},1,{number}\n")
            )
        );
        Assert.Contains("source.csv, line 3: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False(_folder.HasOutput());
    }

    [Theory]
    [InlineData("1,", "2,")]
    [InlineData("1,", ",2")]
    [InlineData(",", ",")]
    public void An_architecture_that_is_there_twice_is_refused_with_both_lines(string one, string other)
    {
        var error = Assert.Throws<UserError>(() =>
            _folder.Import(
                Write(
                    $"architecture,cifar10_val200,cifar10_test200\n{Made.Text(0)},{one}\n{Made.Text(3)},1,1\n"
                        + $"{Made.Text(0)},{other}\n"
                )
            )
        );
        Assert.Contains(
            $"source.csv, line 4: architecture '{Made.Text(0)}' is on line 2 already; remove one of the two",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.False(_folder.HasOutput());
    }

    [Fact]
    public void A_number_that_two_files_give_is_refused()
    {
        Directory.CreateDirectory(_folder["many"]);
        _folder.Write("many/a", $"architecture,cifar10_test200\n{Made.Text(0)},1\n");
        _folder.Write("many/b", $"architecture,cifar10_test200\n{Made.Text(0)},2\n");
        var error = Assert.Throws<UserError>(() => _folder.Import(_folder["many"]));
        Assert.Contains("b, line 2: cifar10_test200 of", error.Message, StringComparison.Ordinal);
        Assert.Contains("is given twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_packed_by_gzip_reads_the_same()
    {
        var content =
            "architecture,cifar10_test200\n"
            + string.Concat(Enumerable.Range(0, 500).Select(index => $"{Made.Text(index)},{index / 10.0}\n"));
        _folder.Import(Write(content));
        var plain = File.ReadAllText(_folder.Table);
        File.Delete(_folder.Table);
        File.Delete(_folder["table.json"]);
        _folder.Import(_folder.Write("source.csv.gz", Packed(content)));
        Assert.Equal(plain, File.ReadAllText(_folder.Table));
    }

    [Fact]
    public void A_file_packed_by_gzip_and_cut_off_is_refused()
    {
        var whole = Packed($"architecture,cifar10_test200\n{Made.Text(0)},1\n");
        for (var length = 1; length < whole.Length; length++)
        {
            var error = Assert.Throws<UserError>(() =>
                _folder.Import(_folder.Write("source.csv.gz", whole[..length]))
            );
            Assert.Contains("source.csv.gz", error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(";", "separates its columns by ';'")]
    [InlineData("\t", "separates its columns by tabs")]
    public void Another_separator_is_refused_by_its_name(string separator, string message)
    {
        var error = Assert.Throws<UserError>(() =>
            _folder.Import(Write($"architecture{separator}cifar10_test200\n{Made.Text(0)}{separator}1\n"))
        );
        Assert.Contains(
            $"source.csv {message}, where commas were expected; write it with commas",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_not_comma_separated_utf8_is_refused_by_what_it_is()
    {
        var text = $"architecture,cifar10_test200\n{Made.Text(0)},10\n";
        Refused("ends its lines with CR alone", System.Text.Encoding.UTF8.GetBytes(text.Replace('\n', '\r')));
        Refused("is UTF-16 text", [0xff, 0xfe, .. System.Text.Encoding.Unicode.GetBytes(text)]);
        Refused("is a tar archive; unpack it first", Tar());
        Refused("is packed by xz; unpack it first", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]);

        void Refused(string message, byte[] content)
        {
            var error = Assert.Throws<UserError>(() => _folder.Import(_folder.Write("source.csv", content)));
            Assert.Contains($"source.csv {message}", error.Message, StringComparison.Ordinal);
            Assert.False(_folder.HasOutput());
        }

        static byte[] Tar()
        {
            using var archive = new MemoryStream();
            using (
                var tar = new System.Formats.Tar.TarWriter(archive, System.Formats.Tar.TarEntryFormat.Ustar)
            )
            {
                tar.WriteEntry(
                    new System.Formats.Tar.UstarTarEntry(
                        System.Formats.Tar.TarEntryType.RegularFile,
                        "NATS-tss/000000.pickle"
                    )
                    {
                        DataStream = new MemoryStream([1, 2, 3]),
                    }
                );
            }

            return archive.ToArray();
        }
    }

    [Theory]
    [InlineData(",architecture,cifar10_test200\n0,x,1\n", "line 1: column 1 has no name")]
    [InlineData("architecture,cifar10_test200,\nx,1,\n", "line 1: column 3 has no name")]
    public void A_nameless_column_is_refused(string content, string message) =>
        Assert.Contains(
            "source.csv, " + message,
            Assert.Throws<UserError>(() => _folder.Import(Write(content))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Fractions_in_a_column_of_percents_are_refused()
    {
        var content = $"cell,acc\n{Made.Text(0)},0.94\n{Made.Text(3)},0.1\n";
        var error = Assert.Throws<UserError>(() =>
            _folder.Import(Write(content), null, ("architecture", "cell"), ("cifar10_test200", "acc"))
        );
        Assert.Contains("name the column cifar10_test200_fraction", error.Message, StringComparison.Ordinal);
        Assert.False(_folder.HasOutput());
        _folder.Import(Write(content), null, ("architecture", "cell"), ("cifar10_test200_fraction", "acc"));
        Assert.Equal([94, 10], KnownTables.Open(_folder.Table).Accuracies(new("cifar10", Split.Test, 200)));
    }

    [Fact]
    public void Pasted_forms_of_architectures_are_written_as_official_texts()
    {
        _folder.Import(
            Write(
                "module_adjacency,module_operations,cifar10_test108\n\"[[0.0, 1.0], [0.0, "
                    + "0.0]]\",\"['input', 'output']\",10\n"
            ),
            "nasbench101"
        );
        Assert.Equal("out:0", KnownTables.Open(_folder.Table).Architectures[0].Text);
    }

    [Fact]
    public void A_map_to_a_column_that_is_not_there_is_refused()
    {
        var error = Assert.Throws<UserError>(() =>
            _folder.Import(Write("a,b\n1,2\n"), null, ("cifar10_test200", "c"))
        );
        Assert.Contains(
            "there is no column 'c' for --map cifar10_test200=c; it has a, b",
            error.Message,
            StringComparison.Ordinal
        );
    }

    private static byte[] Packed(string content)
    {
        using var packed = new MemoryStream();
        using (
            var gzip = new System.IO.Compression.GZipStream(
                packed,
                System.IO.Compression.CompressionMode.Compress
            )
        )
        {
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(content));
        }

        return packed.ToArray();
    }

    private string Write(string content) => _folder.Write("source.csv", content);
}
