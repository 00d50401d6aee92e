using System.Diagnostics;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.NasBench101;
using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Imports.Tests;

/// <summary>
/// Ten thousand damaged files: each is imported or refused by a sentence, soon, and what is refused leaves
/// nothing.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private const int Files = 10_000;

    // Most of the time goes into making and removing files.
    private const int Threads = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Damaged_files_never_crash_hang_or_leave_a_table()
    {
        var originals = Originals();
        Assert.All(originals, original => Import(original, "the original", _folder));
        Parallel.For(
            0,
            Threads,
            thread =>
            {
                using var folder = new TemporaryFolder();
                for (var i = thread; i < Files; i += Threads)
                {
                    var clock = Stopwatch.StartNew();
                    Import(
                        Mutation.Of(originals[i % originals.Count], new CounterRandom(i, "fuzz")),
                        $"file {i}",
                        folder
                    );
                    Assert.True(clock.Elapsed < Patience, $"file {i} took {clock.Elapsed}");
                }
            }
        );
    }

    private static void Import(byte[] content, string what, TemporaryFolder folder)
    {
        try
        {
            folder.Import(folder.Write("fuzzed", content));
            File.Delete(folder.Table);
            File.Delete(folder["table.json"]);
        }
        catch (UserError refusal)
        {
            Assert.False(what == "the original", refusal.Message);
            Assert.False(string.IsNullOrWhiteSpace(refusal.Message));
        }
        catch (Exception fault)
        {
            Assert.Fail($"{what} makes the importer fail: {fault}");
        }

        Assert.False(folder.HasOutput(), $"{what} leaves a part of a table");
    }

    private List<byte[]> Originals()
    {
        var cell = CellText.Parse("c3:0/out:0+1");
        var parameters = (int)
            new NasBench101Space().Parameters(new NasBench101Space().Of(cell), ImageTask.Cifar10);
        List<byte[]> originals =
        [
            [
                .. TfRecordWriter.Record(cell, 108, parameters, 0.9, 0.8, 100),
                .. TfRecordWriter.Record(cell, 4, parameters, 0.5, 0.4, 10),
            ],
            Encoding.UTF8.GetBytes(
                "{\"cifar10\": {\"(4, 0, 3, 1, 4, 3)\": "
                    + "{\"nwot\": {\"score\": 1.5, \"time\": NaN}, \"val_accuracy\": 84.25}}}"
            ),
            Encoding.UTF8.GetBytes(
                $"index,architecture,cifar10_test200,cifar10_train12_seconds\n0,{Made.Text(0)},10.5,86.5\n"
                    + $"1,{Made.Text(7)},90.25,\n"
            ),
        ];
        foreach (var how in new[] { "0", "2", "4", "5", "bz2" })
        {
            originals.Add(File.ReadAllBytes(Python.Make("small", _folder["original"], how)));
        }

        if (Python.HasTorch)
        {
            originals.Add(File.ReadAllBytes(Python.Make("pth-small", _folder["original"], "torch")));
            originals.Add(File.ReadAllBytes(Python.Make("pth-small", _folder["original"], "torch-legacy")));
        }

        File.Delete(_folder["original"]);
        return originals;
    }
}
