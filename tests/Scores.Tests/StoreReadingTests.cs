using System.Buffers.Binary;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ZcBench.Benchmarks;

namespace ZcBench.Scores.Tests;

public sealed class StoreReadingTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string _folder = Directory.CreateTempSubdirectory("store").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Reading_leaves_the_folder_as_it_is()
    {
        using (var store = RunStore.Open(_folder))
        {
            store.Register([StoreExamples.Proxy]);
            Add(store, "a", 1);
        }

        var before = Content(_folder);
        using (var store = RunStore.OpenExisting(_folder))
        {
            Assert.Single(store.Proxies());
            Assert.Single(Scores(store));
            var other = StoreExamples.Protocol with { Seed = 7 };
            Assert.Empty(store.Scores("space", StoreExamples.Proxy, other));
            Assert.Equal(before, Content(_folder));
        }

        Assert.Equal(before, Content(_folder));
    }

    [Fact]
    public void A_store_opened_for_reading_takes_no_scores()
    {
        RunStore.Open(_folder).Dispose();
        using var store = RunStore.OpenExisting(_folder);
        Assert.Throws<InvalidOperationException>(() => Add(store, "a", 1));
    }

    [Fact]
    public void A_store_of_the_first_layout_is_read_as_it_is()
    {
        WriteFirstLayout();
        var before = Content(_folder);
        using (var store = RunStore.OpenExisting(_folder))
        {
            var scores = Scores(store);
            Assert.Equal((0.1 + 0.2, 1.25), (scores["a"].Score.Value, scores["a"].Milliseconds));
            Assert.Equal("dead network", scores["b"].Score.Reason);
            Assert.Equal([StoreExamples.Proxy], store.Proxies());
        }

        Assert.Equal(before, Content(_folder));
    }

    [Fact]
    public void What_is_scored_is_told_without_reading_scores_in_both_layouts()
    {
        var other = StoreExamples.Proxy with { Id = "q" };
        var next = StoreExamples.Proxy with { Version = 2 };
        WriteFirstLayout();
        using (var store = RunStore.OpenExisting(_folder))
        {
            Check(store);
        }

        using (var store = RunStore.Open(_folder))
        {
            Check(store);
        }

        void Check(RunStore store)
        {
            var isScored = store.Scored("space", [other, StoreExamples.Proxy, next], StoreExamples.Protocol);
            Assert.Equal([false, true, false], Enumerable.Range(0, 3).Select(place => isScored("a", place)));
            Assert.True(isScored("b", 1));
            Assert.False(isScored("c", 1));
            Assert.False(store.Scored("none", [StoreExamples.Proxy], StoreExamples.Protocol)("a", 0));
        }
    }

    [Fact]
    public void A_run_goes_on_in_a_store_of_the_first_layout()
    {
        WriteFirstLayout();
        using (var store = RunStore.Open(_folder))
        {
            Assert.Equal(["a", "b"], Scores(store).Keys.Order());
            Add(store, "a", 7);
            Add(store, "c", 3);
        }

        using var again = RunStore.OpenExisting(_folder);
        var scores = Scores(again);
        Assert.Equal(["a", "b", "c"], scores.Keys.Order());
        Assert.Equal((0.1 + 0.2, 1.25), (scores["a"].Score.Value, scores["a"].Milliseconds));
        Assert.Equal("dead network", scores["b"].Score.Reason);
        Assert.Equal(3, scores["c"].Score.Value);
        Assert.Empty(again.Scores("other", StoreExamples.Proxy, StoreExamples.Protocol));
    }

    [Fact]
    public void What_a_killed_run_stored_is_read_and_stays_as_it_is()
    {
        var killed = Directory.CreateDirectory(Path.Combine(_folder, "killed")).FullName;
        using (var store = RunStore.Open(_folder))
        {
            Add(store, "a", 1);
            Assert.True(
                SpinWait.SpinUntil(() => Count(_folder) == 1, Patience),
                "the score was not committed"
            );
            foreach (var file in Directory.GetFiles(_folder, RunStore.FileName + "*"))
            {
                File.Copy(file, Path.Combine(killed, Path.GetFileName(file)));
            }
        }

        var log = Path.Combine(killed, RunStore.FileName + "-wal");
        var database = Path.Combine(killed, RunStore.FileName);
        var (names, rows, waiting) = (Names(), File.ReadAllBytes(database), File.ReadAllBytes(log));
        Assert.Equal(1, Count(killed));
        Assert.Equal(names, Names());
        Assert.Equal(rows, File.ReadAllBytes(database));
        Assert.Equal(waiting, File.ReadAllBytes(log));

        IEnumerable<string?> Names() =>
            [.. Directory.GetFiles(killed).Select(Path.GetFileName).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void A_run_that_was_killed_while_it_put_the_log_away_is_read_as_it_is_and_goes_on()
    {
        using (var store = RunStore.Open(_folder))
        {
            store.Register([StoreExamples.Proxy]);
            Add(store, "a", 1);
        }

        var path = Path.Combine(_folder, RunStore.FileName);
        File.WriteAllBytes(path + "-journal", JournalOfTheMark(File.ReadAllBytes(path)));
        var before = Content(_folder);
        Assert.Equal(1, Count(_folder));
        Assert.Equal(before, Content(_folder));
        using (var store = RunStore.Open(_folder))
        {
            Add(store, "b", 2);
        }

        Assert.Equal(2, Count(_folder));
        Assert.False(File.Exists(path + "-journal"));
    }

    [Theory]
    [InlineData("UPDATE proxy SET card = 'no card'")]
    [InlineData("UPDATE proxy SET card = 'null'")]
    [InlineData("UPDATE proxy SET card = replace(card, '\"p\"', 'null')")]
    [InlineData("PRAGMA ignore_check_constraints = 1; UPDATE score SET value = NULL, undefined = NULL")]
    [InlineData(
        "PRAGMA writable_schema = 1; UPDATE sqlite_master SET rootpage = 1 WHERE name = 'score'; "
            + "PRAGMA writable_schema = RESET"
    )]
    public void A_damaged_row_or_page_is_refused_with_the_path_and_a_remedy(string damage)
    {
        using (var store = RunStore.Open(_folder))
        {
            store.Register([StoreExamples.Proxy]);
            Add(store, "a", 1);
        }

        var path = Path.Combine(_folder, RunStore.FileName);
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = damage;
            command.ExecuteNonQuery();
        }

        var refusal = Assert.Throws<UserError>(() =>
        {
            using var damaged = RunStore.OpenExisting(_folder);
            return (damaged.Proxies(), Scores(damaged));
        });
        Assert.StartsWith(
            $"{path} cannot be used as a run store (",
            refusal.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith("or restore the file", refusal.Message, StringComparison.Ordinal);
    }

    private static int Count(string folder)
    {
        using var store = RunStore.OpenExisting(folder);
        return Scores(store).Count;
    }

    private static void Add(RunStore store, string architecture, double score) =>
        store.Add(
            "space",
            StoreExamples.Protocol,
            [(StoreExamples.Proxy, new(architecture, StoreExamples.Proxy.Id, Score.Of(score), 1))]
        );

    private static IReadOnlyDictionary<string, StoredScore> Scores(RunStore store) =>
        store.Scores("space", StoreExamples.Proxy, StoreExamples.Protocol);

    private static SortedDictionary<string, string> Content(string folder) =>
        new(
            Directory
                .GetFiles(folder)
                .ToDictionary(
                    file => Path.GetFileName(file),
                    file => Convert.ToHexString(File.ReadAllBytes(file))
                ),
            StringComparer.Ordinal
        );

    // What is there between two writes of SQLite when it puts a log away: the first page as it was, with the
    // mark of a log, to be copied back. See "The Rollback Journal" in SQLite's file format.
    private static byte[] JournalOfTheMark(byte[] database)
    {
        const int Sector = 512;
        var size = BinaryPrimitives.ReadUInt16BigEndian(database.AsSpan(16));
        byte[] page = [.. database[..18], 2, 2, .. database[20..size]];
        var sum = 0u;
        for (var at = size - 200; at > 0; at -= 200)
        {
            sum += page[at];
        }

        var journal = new byte[Sector + sizeof(int) + size + sizeof(int)];
        byte[] magic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
        magic.CopyTo(journal, 0);
        foreach (var (i, number) in new[] { 1, 0, database.Length / size, Sector, size }.Index())
        {
            BinaryPrimitives.WriteInt32BigEndian(journal.AsSpan(magic.Length + sizeof(int) * i), number);
        }

        BinaryPrimitives.WriteInt32BigEndian(journal.AsSpan(Sector), 1);
        page.CopyTo(journal, Sector + sizeof(int));
        BinaryPrimitives.WriteUInt32BigEndian(journal.AsSpan(Sector + sizeof(int) + size), sum);
        return journal;
    }

    // As versions before 2 of the layout wrote it.
    private void WriteFirstLayout()
    {
        var path = Path.Combine(_folder, RunStore.FileName);
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode = WAL;
            CREATE TABLE proxy (id TEXT NOT NULL, version INTEGER NOT NULL, card TEXT NOT NULL,
                PRIMARY KEY (id, version)) WITHOUT ROWID;
            CREATE TABLE protocol (id INTEGER PRIMARY KEY, seed INTEGER NOT NULL, dataset TEXT NOT NULL,
                input TEXT NOT NULL, batch INTEGER NOT NULL, init TEXT NOT NULL, dtype TEXT NOT NULL,
                device TEXT NOT NULL, UNIQUE (seed, dataset, input, batch, init, dtype, device));
            CREATE TABLE score (space TEXT NOT NULL, architecture TEXT NOT NULL, proxy TEXT NOT NULL,
                version INTEGER NOT NULL, protocol INTEGER NOT NULL REFERENCES protocol, value REAL,
                undefined TEXT, milliseconds REAL NOT NULL, CHECK ((value IS NULL) <> (undefined IS NULL)),
                PRIMARY KEY (space, architecture, proxy, version, protocol)) WITHOUT ROWID;
            INSERT INTO proxy VALUES ('p', 1, $card);
            INSERT INTO protocol VALUES (3, 1, 'cifar10', 'noise', 4, 'published', 'float32', 'cpu');
            INSERT INTO protocol VALUES (4, 0, 'cifar10', 'noise', 4, 'published', 'float32', 'cpu');
            INSERT INTO score VALUES ('space', 'a', 'p', 1, 4, $value, NULL, 1.25);
            INSERT INTO score VALUES ('space', 'b', 'p', 1, 4, NULL, 'dead network', 2);
            INSERT INTO score VALUES ('space', 'a', 'p', 1, 3, 5, NULL, 2);
            INSERT INTO score VALUES ('other', 'a', 'p', 2, 4, 6, NULL, 2);
            PRAGMA user_version = 1;
            """;
        command.Parameters.AddWithValue("$card", JsonSerializer.Serialize(StoreExamples.Proxy));
        command.Parameters.AddWithValue("$value", 0.1 + 0.2);
        command.ExecuteNonQuery();
    }
}
