using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Imports.Tests;

public sealed class NasBench201ImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_of_nats_bench_is_read_with_means_seeds_seconds_and_sizes()
    {
        var result = _folder.Import(Python.Make("nats", _folder["nats"], "6"));
        Assert.Equal(7, result.Sources[0].Files);
        CheckSix(KnownTables.Open(_folder.Table));
    }

    [Theory]
    [InlineData("pickle", "0")]
    [InlineData("pickle", "1")]
    [InlineData("pickle", "2")]
    [InlineData("pickle", "4")]
    [InlineData("pickle", "5")]
    [InlineData("numpy", "")]
    [InlineData("pth", "")]
    [InlineData("pth-legacy", "")]
    [InlineData("pth-weights", "")]
    public void The_whole_benchmark_in_one_file_reads_the_same(string kind, string protocol)
    {
        _folder.Import(Python.Make(kind, _folder["benchmark"], "6", protocol));
        CheckSix(KnownTables.Open(_folder.Table));
    }

    [Fact]
    public void A_folder_of_the_size_space_is_read_when_it_is_named()
    {
        _folder.Import(Python.Make("nats-size", _folder["sizes"], "9"), "natsbench-size");
        var table = KnownTables.Open(_folder.Table);
        Assert.Equal("natsbench-size", table.Description.Space);
        Assert.Equal(
            ["8:8:8:8:8", "16:8:8:8:8", "24:8:8:8:8"],
            table.Architectures.Take(3).Select(architecture => architecture.Text)
        );
        Assert.Equal([1, 12, 90], table.Targets.Where(IsTest).Select(target => target.Epochs));
        Assert.Equal(90, table.Find("cifar10", Split.Test).Epochs);
        Assert.Equal(2, Math.Floor(table.Accuracies(table.Find("cifar10", Split.Test))[0]) - 50);

        static bool IsTest(Target target) => target is { Dataset: "cifar10", Split: Split.Test };
    }

    [Fact]
    public void The_size_space_is_refused_as_another_when_it_is_not_named() =>
        Assert.Contains(
            "name its space with --space",
            Assert
                .Throws<UserError>(() => _folder.Import(Python.Make("nats-size", _folder["sizes"], "1")))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_test_accuracy_never_stands_in_a_column_of_validation()
    {
        _folder.Import(Python.Make("nats", _folder["nats"], "1"));
        var table = KnownTables.Open(_folder.Table);
        Assert.DoesNotContain(
            table.Targets,
            target => target is { Dataset: "cifar10", Split: Split.Validation }
        );
        var numbers = table.Targets.ToDictionary(target => target, target => table.Accuracies(target)[0]);
        Assert.All(
            numbers,
            item =>
                Assert.Equal(
                    item.Key.Split == Split.Validation ? 1
                        : item.Key.Dataset is "cifar10" or "cifar10-valid" ? 2
                        : 3,
                    Math.Floor(item.Value) - 50 - (item.Key.Epochs == 200 ? 16 : 0)
                )
        );
        var description = File.ReadAllText(_folder["table.json"]);
        Assert.Contains(
            "cifar10-valid and cifar10 are different trainings",
            description,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"cifar100_valtest200\": \"accuracy on validation and test images together",
            description,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("wide", "are on the stack")]
    [InlineData("marks", "nested more than a thousand deep")]
    [InlineData("strings", "unpacks to more than")]
    [InlineData("deep", "where results of NAS-Bench-201")]
    [InlineData("accuracies", "'eval_acc1es' of a training is a dict of")]
    [InlineData("sets", "the pickle holds more than a file of its length and kind can")]
    [InlineData("bytes", "the pickle holds more than a file of its length and kind can")]
    [InlineData("dataset", "'all_results' holds a training on 'a,b', which the benchmark does not know")]
    [InlineData("seeds", "columns, where a benchmark has some hundred")]
    [InlineData("other", "the pickle is a dict of 'epoch', 'state_dict', where results of NAS-Bench-201")]
    public void Hostile_and_foreign_pickles_are_refused(string kind, string message)
    {
        var error = Assert.Throws<UserError>(() =>
            _folder.Import(Python.Make("object", _folder["a.pbz2"], kind))
        );
        Assert.Contains("a.pbz2", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.False(_folder.HasOutput());
    }

    [Fact]
    public void A_pickle_that_would_run_a_command_is_refused_by_the_name_of_its_function_and_runs_nothing()
    {
        var error = Assert.Throws<UserError>(() => _folder.Import(Python.Make("evil", _folder["evil.pbz2"])));
        Assert.Matches(
            @"evil\.pbz2 \(unpacked\), byte \d+: the pickle names (posix|nt)\.system, "
                + "which no official file does; nothing was run",
            error.Message
        );
        Assert.False(File.Exists(_folder["evil.pbz2.ran"]));
        Assert.False(_folder.HasOutput());
    }

    [Theory]
    [InlineData("nats")]
    [InlineData("pth")]
    [InlineData("pth-legacy")]
    public void A_file_cut_off_anywhere_is_refused(string kind)
    {
        var path = Python.Make(kind, _folder["whole"], "1");
        var whole = File.ReadAllBytes(kind == "nats" ? Path.Combine(path, "000000.pickle.pbz2") : path);
        // Every byte near both ends, and steps between: a zip archive of 280 kB is read from its end.
        var lengths = Enumerable
            .Range(1, whole.Length - 1)
            .Where(length => length < 50 || length > whole.Length - 50 || length % 49_999 == 0);
        foreach (var length in lengths)
        {
            Assert.Throws<UserError>(() => _folder.Import(_folder.Write("part", whole[..length])));
        }

        Assert.False(_folder.HasOutput());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("5")]
    public void Seconds_that_stand_last_are_read_from_every_protocol(string protocol)
    {
        _folder.Import(Python.Make("order", _folder["a.pickle"], protocol));
        Assert.Equal([12 * 1.875], KnownTables.Open(_folder.Table).TrainingSeconds("cifar10", 12)!);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("4")]
    public void Two_architectures_of_one_index_are_refused(string protocol)
    {
        var error = Assert.Throws<UserError>(() =>
            _folder.Import(Python.Make("twice", _folder["a.pickle"], protocol))
        );
        Assert.Contains(
            $"a.pickle: '0' is the name of {Made.Text(0)} and of {Made.Text(1)}; the file is damaged",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.False(_folder.HasOutput());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Streams_of_bzip2_are_read_one_after_the_other(int count)
    {
        var result = _folder.Import(Python.Make("streams", _folder["a.pbz2"], $"{count}"));
        Assert.Equal(1, result.Rows);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("\0")]
    [InlineData("BZh")]
    [InlineData("BZh0")]
    public void Bytes_after_the_last_stream_of_bzip2_are_refused(string more)
    {
        var whole = File.ReadAllBytes(Python.Make("streams", _folder["whole"], "2"));
        var error = Assert.Throws<UserError>(() =>
            _folder.Import(_folder.Write("a.pbz2", [.. whole, .. System.Text.Encoding.Latin1.GetBytes(more)]))
        );
        Assert.Contains(
            $"a.pbz2, byte {whole.Length}: more follows after the end of the bzip2 stream",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Bytes_after_the_pickle_are_refused()
    {
        var whole = File.ReadAllBytes(Python.Make("pickle", _folder["whole"], "1", "4"));
        var error = Assert.Throws<UserError>(() => _folder.Import(_folder.Write("more", [.. whole, 1])));
        Assert.Contains($"byte {whole.Length}: more follows", error.Message, StringComparison.Ordinal);
    }

    // Index mod 3 seeds of 777, 888 and 999; 12 epochs have seed 777, and on cifar10-valid 888 too.
    private static void CheckSix(BenchmarkTable table)
    {
        Assert.Equal(
            Enumerable.Range(0, 6).Select(Made.Text),
            table.Architectures.Select(architecture => architecture.Text)
        );
        Assert.Equal(
            "cifar10 test@12, cifar10 test@200, cifar10-valid val@12, cifar10-valid val@200, "
                + "cifar10-valid test@12, cifar10-valid test@200, cifar100 val@12, cifar100 val@200, "
                + "cifar100 test@12, cifar100 test@200, ImageNet16-120 val@12, ImageNet16-120 val@200, "
                + "ImageNet16-120 test@12, ImageNet16-120 test@200",
            string.Join(", ", table.Targets)
        );
        for (var index = 0; index < 6; index++)
        {
            int[] seeds = [.. new[] { 777, 888, 999 }.Take(1 + index % 3)];
            Assert.Equal(
                seeds.Average(seed => Made.Accuracy(index, 2, seed, 200)),
                table.Accuracies(new("cifar10", Split.Test, 200))[index]
            );
            Assert.Equal(
                seeds.Average(seed => Made.Accuracy(index, 1, seed, 200)),
                table.Accuracies(new("cifar10-valid", Split.Validation, 200))[index]
            );
            Assert.Equal(
                seeds.Average(seed => Made.Accuracy(index, 3, seed, 200)),
                table.Accuracies(new("ImageNet16-120", Split.Test, 200))[index]
            );
            Assert.Equal(
                Made.Accuracy(index, 3, 777, 12),
                table.Accuracies(new("cifar100", Split.Test, 12))[index]
            );
            Assert.Equal(
                index % 3 >= 1 ? Made.Accuracy(index, 2, 888, 200) : double.NaN,
                table.Trials(new("cifar10", Split.Test, 200))["seed888"][index]
            );
            Assert.Equal(12 * 1.875, table.TrainingSeconds("cifar10", 12)![index]);
        }

        // Architecture 3 has one 3x3 convolution, so 72,656 + 65 K + 243,040 parameters.
        Assert.Equal(72_656 + 650 + 243_040, table.Parameters("cifar10")![3]);
        Assert.Equal(72_656 + 7_800 + 243_040, table.Parameters("ImageNet16-120")![3]);
    }
}
