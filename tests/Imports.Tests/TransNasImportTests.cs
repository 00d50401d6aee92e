using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Imports.Tests;

public sealed class TransNasImportTests : IDisposable
{
    private const string Micro = "transnasbench101-micro";
    private const string Macro = "transnasbench101-macro";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("transnas", "0")]
    [InlineData("transnas", "2")]
    [InlineData("transnas", "4")]
    [InlineData("pth-transnas", "")]
    public void The_last_epochs_of_the_named_space_are_read(string kind, string protocol)
    {
        _folder.Import(Python.Make(kind, _folder["transnas"], protocol), Micro);
        var table = KnownTables.Open(_folder.Table);
        Assert.Equal(
            ["64-41414-0_00_000", "64-41414-1_02_333", "64-41414-3_33_333"],
            table.Architectures.Select(architecture => architecture.Text)
        );
        Assert.Equal(17 + 2 * 24, table.Accuracies(new("class_scene", Split.Test, 25))[0]);
        Assert.Equal(17 + 9, table.Accuracies(table.Find("jigsaw", Split.Validation))[0]);
        Assert.Equal(-0.5, table.Accuracies(table.Find("room_layout", Split.Validation))[0], 12);
        Assert.Equal(-0.75, table.Accuracies(table.Find("room_layout", Split.Test))[0], 12);
        Assert.Equal(0.6, table.Accuracies(table.Find("autoencoder", Split.Test))[0], 12);
        Assert.Equal(17 + 29, table.Accuracies(table.Find("segmentsemantic", Split.Test))[0]);
        Assert.Equal(17 + 2 * 29, table.Accuracies(new("segmentsemantic", Split.Validation, 30, "acc"))[0]);
        Assert.Contains("after its last epoch", table.Description.Provenance, StringComparison.Ordinal);
    }

    [Fact]
    public void The_other_space_of_the_same_file_is_read_when_it_is_named()
    {
        _folder.Import(Python.Make("transnas", _folder["transnas"], "4"), Macro);
        Assert.Equal(
            ["64-4111-basic", "64-1234-basic", "64-2311-basic"],
            KnownTables.Open(_folder.Table).Architectures.Select(architecture => architecture.Text)
        );
    }

    [Fact]
    public void Without_a_space_the_file_is_refused_by_what_it_is() =>
        Assert.Contains(
            "the pickle holds results of TransNAS-Bench-101; name one of its spaces with --space "
                + "transnasbench101-macro or transnasbench101-micro",
            Assert
                .Throws<UserError>(() => _folder.Import(Python.Make("transnas", _folder["transnas"], "4")))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Results_of_NAS_Bench_201_are_refused_as_TransNAS() =>
        Assert.Contains(
            "where results of TransNAS-Bench-101 micro were expected",
            Assert
                .Throws<UserError>(() => _folder.Import(Python.Make("pickle", _folder["b"], "1", "4"), Micro))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void JSON_of_NASLib_is_read_as_the_named_space()
    {
        _folder.Import(
            _folder.Write(
                "zc.json",
                """
                {"room_layout": {
                    "(0, 0, 1, 3, 3, 2)": {"nwot": {"score": 3, "time": 1}, "val_accuracy": -0.61}},
                 "segmentsemantic": {"(0, 0, 1, 3, 3, 2)": {"val_accuracy": 94.5}},
                 "autoencoder": {"(0, 0, 1, 3, 3, 2)": {"val_accuracy": 0.4467}}}
                """
            ),
            Micro
        );
        var table = KnownTables.Open(_folder.Table);
        Assert.Equal("64-41414-0_01_332", table.Architectures[0].Text);
        Assert.Equal([-0.61], table.Accuracies(table.Find("room_layout", Split.Validation)));
        Assert.Equal([94.5], table.Accuracies(new("segmentsemantic", Split.Validation, 30, "acc")));
        Assert.Equal([0.4467], table.Accuracies(table.Find("autoencoder", Split.Validation)));
    }

    [Fact]
    public void JSON_of_NAS_Bench_Macro_is_read_with_its_three_trainings()
    {
        _folder.Import(
            _folder.Write(
                "macro.json",
                """
                {"02012100": {"test_acc": [89.5, 89, 89.25], "mean_acc": 89.25, "std": 0.2,
                              "params": 890666, "flops": 47327744},
                 "00001000": {"test_acc": [80, 80, 80], "mean_acc": 80, "params": 5, "flops": 6},
                 "00010000": {"test_acc": [80, 80, 80], "mean_acc": 80, "params": 5, "flops": 6}}
                """
            )
        );
        var table = KnownTables.Open(_folder.Table);
        var target = table.Find("cifar10", Split.Test);
        Assert.Equal("cifar10 test@50", target.ToString());
        Assert.Equal([89.25, 80], table.Accuracies(target));
        Assert.Equal([89.0, 80], table.Trials(target)["run2"]);
        Assert.Equal(1, table.Repeats);
        Assert.Equal([890_666.0, 5], table.Parameters("cifar10")!);
    }

    [Theory]
    [InlineData("{\"02012100\": {\"mean_acc\": 89}}", "02012100 has no list 'test_acc' of percents")]
    [InlineData(
        "{\"02012100\": {\"test_acc\": [\"x\"]}}",
        "'test_acc' of 02012100 is a text, where a number was expected"
    )]
    [InlineData(
        "{\"02012100\": {\"test_acc\": [101]}}",
        "cifar10_test50_run1 of 02012100 is 101, but must be a number from 0 to 100"
    )]
    public void Damaged_JSON_of_NAS_Bench_Macro_is_refused(string content, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<UserError>(() => _folder.Import(_folder.Write("macro.json", content))).Message,
            StringComparison.Ordinal
        );
}
