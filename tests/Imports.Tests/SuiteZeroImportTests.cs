using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Imports.Tests;

public sealed class SuiteZeroImportTests : IDisposable
{
    private const string Scores = "\"nwot\": {\"score\": 1.5, \"time\": NaN}";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Validation_accuracies_are_read_and_those_of_cifar10_are_cifar10_valid()
    {
        _folder.Import(
            _folder.Write(
                "zc.json",
                """
                {"cifar10": {
                    "(4, 0, 3, 1, 4, 3)": {"nwot": {"score": 1.5, "time": NaN}, "val_accuracy": 84.25},
                    "(1, 1, 1, 1, 1, 1)": {"nwot": {"score": 1.5, "time": NaN}, "val_accuracy": 10}},
                 "cifar100": {
                    "(4, 0, 3, 1, 4, 3)": {"val_accuracy": 50.5},
                    "(1, 1, 1, 1, 1, 1)": {"val_accuracy": 1}}}
                """
            )
        );
        var table = KnownTables.Open(_folder.Table);
        Assert.Equal(
            ["cifar10-valid val@200", "cifar100 val@200"],
            table.Targets.Select(target => target.ToString())
        );
        Assert.Equal([84.25, 10], table.Accuracies(new("cifar10-valid", Split.Validation, 200)));
    }

    [Fact]
    public void Scores_without_accuracies_are_refused_with_the_command_that_reads_scores()
    {
        var error = Assert.Throws<UserError>(() =>
            _folder.Import(
                _folder.Write("zc.json", $"{{\"cifar10\": {{\"(4, 0, 3, 1, 4, 3)\": {{{Scores}}}}}}}")
            )
        );
        Assert.Contains(
            "holds scores but no 'val_accuracy'; compare with them by 'zcbench stats --with",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_byte_order_mark_is_read_past()
    {
        byte[] content =
        [
            0xef,
            0xbb,
            0xbf,
            .. System.Text.Encoding.UTF8.GetBytes(
                "{\"cifar10\": {\"(4, 0, 3, 1, 4, 3)\": {\"val_accuracy\": 84.25}}}"
            ),
        ];
        _folder.Import(_folder.Write("zc.json", content));
        Assert.Equal(
            [84.25],
            KnownTables.Open(_folder.Table).Accuracies(new("cifar10-valid", Split.Validation, 200))
        );
    }

    [Fact]
    public void Datasets_that_only_the_suite_has_are_left_out_and_named()
    {
        var result = _folder.Import(
            _folder.Write(
                "zc.json",
                """
                {"svhn": {"(4, 0, 3, 1, 4, 3)": {"val_accuracy": 90}},
                 "cifar100": {"(4, 0, 3, 1, 4, 3)": {"val_accuracy": 50}}}
                """
            )
        );
        Assert.Equal(["svhn (not a dataset of NAS-Bench-201's own benchmark)"], result.LeftOut);
        Assert.Equal(
            ["cifar100 val@200"],
            KnownTables.Open(_folder.Table).Targets.Select(target => target.ToString())
        );
    }

    [Theory]
    [InlineData("{\"class_scene\": {\"(0, 0, 1, 3, 3, 2)\": {\"val_accuracy\": 54.9}}}", "class_scene")]
    [InlineData(
        "{\"cifar10\": {\"(4, 0, 3, 1, 4, 3)\": {\"val_accuracy\": 80}}, \"jigsaw\": {}, \"normal\": {}}",
        "jigsaw, normal"
    )]
    [InlineData(
        "{\"room_layout\": {\"(0, 0, 1, 3, 3, 2)\": {\"val_accuracy\": -0.61}}, \"autoencoder\": {}}",
        "room_layout, autoencoder"
    )]
    public void Tasks_of_another_space_are_refused_as_such(string content, string tasks)
    {
        foreach (var space in new[] { null, "nasbench201", "nasbench101" })
        {
            var error = Assert.Throws<UserError>(() =>
                _folder.Import(_folder.Write("zc.json", content), space)
            );
            Assert.Contains(
                $"zc.json holds tasks of TransNAS-Bench-101 ({tasks}), not datasets of",
                error.Message,
                StringComparison.Ordinal
            );
            Assert.False(_folder.HasOutput());
        }
    }

    [Fact]
    public void Fractions_are_refused() =>
        Assert.Contains(
            "every accuracy of cifar10-valid_val200 is at most 1, where percent was expected",
            Assert
                .Throws<UserError>(() =>
                    _folder.Import(
                        _folder.Write(
                            "zc.json",
                            """
                            {"cifar10": {"(4, 0, 3, 1, 4, 3)": {"val_accuracy": 0.9},
                                         "(1, 1, 1, 1, 1, 1)": {"val_accuracy": 0.1}}}
                            """
                        )
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData(
        "{\"cifar10\": {\"(4, 0, 3, 1, 4, 3)\": {\"val_accuracy\": NaN}}}",
        "the val_accuracy of (4, 0, 3, 1, 4, 3) is NaN"
    )]
    [InlineData(
        "{\"cifar11\": {\"(4, 0, 3, 1, 4, 3)\": {\"val_accuracy\": 80}}}",
        "'cifar11' is not a dataset of NAS-Bench-201 in NAS-Bench-Suite-Zero's files"
    )]
    [InlineData("{\"cifar10\": []}", "is not laid out as dataset")]
    [InlineData("{\"cifar10\": {\"(9)\": {}}}", "'(9)' is not a key of a NAS-Bench-201 cell")]
    [InlineData(
        "{\"cifar10\": {\"(4, 0, 3, 1, 4, 3)\": {\"val_accuracy\": \"high\"}}}",
        "'val_accuracy' of (4, 0, 3, 1, 4, 3) is a text"
    )]
    public void Another_layout_is_refused(string content, string message)
    {
        var error = Assert.Throws<UserError>(() => _folder.Import(_folder.Write("zc.json", content)));
        Assert.Contains("zc.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False(_folder.HasOutput());
    }
}
