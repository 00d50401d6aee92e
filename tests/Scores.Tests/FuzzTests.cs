using Microsoft.Data.Sqlite;
using ZcBench.Benchmarks.Tables;
using ZcBench.Fuzzing;

namespace ZcBench.Scores.Tests;

/// <summary>Damaged run folders.</summary>
public sealed class FuzzTests : IDisposable
{
    private const int Usual = 500;
    private readonly string _folder = Directory.CreateTempSubdirectory("fuzzed").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_damaged_manifest_is_read_or_refused()
    {
        new RunManifest(
            "0.1.0",
            "nasbench201",
            "nasbench201-256",
            new string('a', 64),
            new("cifar10", Split.Test, 200),
            100,
            StoreExamples.Protocol,
            ["params", "wot"],
            "libtorch",
            7
        ).Save(_folder);
        Fuzz.Read(
            "run.json",
            Usual,
            [Content(RunManifest.FileName)],
            folder =>
                content =>
                {
                    File.WriteAllBytes(Path.Combine(folder, RunManifest.FileName), content);
                    Assert.NotEqual(0, RunManifest.Load(folder).GetHashCode());
                }
        );
    }

    [Fact]
    public void A_damaged_store_is_read_or_refused() =>
        Fuzz.Read("scores.db", Usual, Stores(), folder => content => Read(Written(folder, content)));

    [Fact]
    public void A_run_goes_on_in_a_damaged_store_or_is_refused() =>
        Fuzz.Read("scores.db written", Usual, Stores(), folder => content => GoOn(Written(folder, content)));

    private static void Read(string folder)
    {
        using var store = RunStore.OpenExisting(folder);
        Assert.All(store.Proxies(), proxy => Assert.NotNull(proxy.Id));
        Assert.All(Scores(store), item => Assert.Equal(item.Key, item.Value.Architecture));
    }

    private static void GoOn(string folder)
    {
        using var store = RunStore.Open(folder);
        store.Register([StoreExamples.Proxy]);
        store.Scored("space", [StoreExamples.Proxy], StoreExamples.Protocol);
        Scores(store);
        Add(store, "c");
        Add(store, "d");
    }

    private static IReadOnlyDictionary<string, StoredScore> Scores(RunStore store) =>
        store.Scores("space", StoreExamples.Proxy, StoreExamples.Protocol);

    private static void Add(RunStore store, string architecture) =>
        store.Add(
            "space",
            StoreExamples.Protocol,
            [(StoreExamples.Proxy, new(architecture, StoreExamples.Proxy.Id, Score.Of(1.5), 1))]
        );

    private static string Written(string folder, byte[] content)
    {
        foreach (var old in Directory.GetFiles(folder))
        {
            File.Delete(old);
        }

        File.WriteAllBytes(Path.Combine(folder, RunStore.FileName), content);
        return folder;
    }

    // In small pages, most bytes mean something.
    private byte[][] Stores()
    {
        using (var store = RunStore.Open(_folder))
        {
            store.Register([StoreExamples.Proxy]);
            Add(store, "a");
            Add(store, "b");
        }

        var usual = Content(RunStore.FileName);
        var path = Path.Combine(_folder, RunStore.FileName);
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA page_size = 512; VACUUM";
            command.ExecuteNonQuery();
        }

        return [usual, Content(RunStore.FileName)];
    }

    private byte[] Content(string name) => File.ReadAllBytes(Path.Combine(_folder, name));
}
