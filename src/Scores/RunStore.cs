using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ZcBench.Benchmarks;

namespace ZcBench.Scores;

/// <summary>
/// The scores of a run in one SQLite file, one row for each architecture, proxy, version and protocol. Rows are only ever
/// added, an architecture's scores in one transaction, so a process may be killed at any moment and the next one
/// continues from what is there. One store may be written by several threads.
/// </summary>
public sealed class RunStore : IDisposable
{
    /// <summary>Name of the store inside a run folder.</summary>
    public const string FileName = "scores.db";

    private const int SchemaVersion = 1;
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS proxy (id TEXT NOT NULL, version INTEGER NOT NULL, card TEXT NOT NULL,
            PRIMARY KEY (id, version)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS protocol (id INTEGER PRIMARY KEY, seed INTEGER NOT NULL, dataset TEXT NOT NULL,
            input TEXT NOT NULL, batch INTEGER NOT NULL, init TEXT NOT NULL, dtype TEXT NOT NULL, device TEXT NOT NULL,
            UNIQUE (seed, dataset, input, batch, init, dtype, device));
        CREATE TABLE IF NOT EXISTS score (space TEXT NOT NULL, architecture TEXT NOT NULL, proxy TEXT NOT NULL,
            version INTEGER NOT NULL, protocol INTEGER NOT NULL REFERENCES protocol, value REAL, undefined TEXT,
            milliseconds REAL NOT NULL, CHECK ((value IS NULL) <> (undefined IS NULL)),
            PRIMARY KEY (space, architecture, proxy, version, protocol)) WITHOUT ROWID;
        """;

    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();

    private RunStore(SqliteConnection connection) => _connection = connection;

    /// <summary>Opens the store of a run folder, making both if they are missing.</summary>
    /// <exception cref="UserError">The folder cannot be written, or the file is no store of this version.</exception>
    public static RunStore Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            Directory.CreateDirectory(folder);
            return Connect(path, SqliteOpenMode.ReadWriteCreate);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                $"{path} cannot be used as a run store ({fault.Message}); choose another folder, or move the file away "
                + "if it is damaged", fault);
        }
    }

    /// <summary>Opens the store of a run folder that must be there.</summary>
    /// <exception cref="UserError">There is none, or it is damaged.</exception>
    public static RunStore OpenExisting(string folder) => File.Exists(Path.Combine(folder, FileName))
        ? Open(folder)
        : throw new UserError($"'{folder}' holds no {FileName}; run the same command again to compute its scores");

    /// <summary>Writes the cards of the proxies that are about to be scored.</summary>
    public void Register(IEnumerable<ProxyInfo> proxies)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            foreach (var proxy in proxies)
            {
                Execute(
                    "INSERT INTO proxy VALUES ($id, $version, $card) ON CONFLICT DO UPDATE SET card = excluded.card",
                    ("$id", proxy.Id), ("$version", proxy.Version), ("$card", JsonSerializer.Serialize(proxy)));
            }

            transaction.Commit();
        }
    }

    /// <summary>The newest card of every proxy in the store, by id.</summary>
    public IReadOnlyList<ProxyInfo> Proxies()
    {
        lock (_gate)
        {
            using var command = Command("SELECT card, MAX(version) FROM proxy GROUP BY id ORDER BY id");
            using var rows = command.ExecuteReader();
            var cards = new List<ProxyInfo>();
            while (rows.Read())
            {
                cards.Add(JsonSerializer.Deserialize<ProxyInfo>(rows.GetString(0))!);
            }

            return cards;
        }
    }

    /// <summary>Adds the scores of one architecture, all or none; those already there stay as they are.</summary>
    public void Add(string space, Protocol protocol, IReadOnlyList<(ProxyInfo Proxy, StoredScore Score)> scores)
    {
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            var id = ProtocolId(protocol);
            foreach (var (proxy, stored) in scores)
            {
                Execute(
                    "INSERT INTO score VALUES ($space, $architecture, $proxy, $version, $protocol, $value, "
                    + "$undefined, $milliseconds) ON CONFLICT DO NOTHING",
                    ("$space", space), ("$architecture", stored.Architecture), ("$proxy", proxy.Id),
                    ("$version", proxy.Version), ("$protocol", id),
                    ("$value", stored.Score.IsDefined ? stored.Score.Value : DBNull.Value),
                    ("$undefined", (object?)stored.Score.Reason ?? DBNull.Value),
                    ("$milliseconds", stored.Milliseconds));
            }

            transaction.Commit();
        }
    }

    /// <summary>All scores of a proxy in its current version under a protocol, by architecture text.</summary>
    public IReadOnlyDictionary<string, StoredScore> Scores(string space, ProxyInfo proxy, Protocol protocol)
    {
        lock (_gate)
        {
            using var command = Command(
                "SELECT architecture, value, undefined, milliseconds FROM score WHERE space = $space AND "
                + "proxy = $proxy AND version = $version AND protocol = $protocol",
                ("$space", space), ("$proxy", proxy.Id), ("$version", proxy.Version),
                ("$protocol", ProtocolId(protocol)));
            using var rows = command.ExecuteReader();
            var scores = new Dictionary<string, StoredScore>(StringComparer.Ordinal);
            while (rows.Read())
            {
                var score = rows.IsDBNull(1) ? Score.Undefined(rows.GetString(2)) : Score.Of(rows.GetDouble(1));
                scores.Add(rows.GetString(0), new(rows.GetString(0), proxy.Id, score, rows.GetDouble(3)));
            }

            return scores;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static RunStore Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 60,
        }.ToString());
        try
        {
            connection.Open();
            var store = new RunStore(connection);
            store.Prepare(path);
            return store;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare(string path)
    {
        // A write-ahead log with NORMAL syncing survives a killed process whole; a power cut may lose the newest rows.
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = NORMAL");
        var version = Convert.ToInt32(Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (version is not (0 or SchemaVersion))
        {
            throw new UserError(
                $"{path} was written by another version of zcbench (schema {version}, this one writes "
                + $"{SchemaVersion}); choose another folder with --out");
        }

        Execute(Schema);
        Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {SchemaVersion}"));
    }

    private long ProtocolId(Protocol protocol)
    {
        (string, object)[] values =
        [
            ("$seed", protocol.Seed), ("$dataset", protocol.Dataset), ("$input", protocol.Input),
            ("$batch", protocol.Batch), ("$init", protocol.Init), ("$dtype", protocol.DType),
            ("$device", protocol.Device),
        ];
        Execute(
            "INSERT INTO protocol (seed, dataset, input, batch, init, dtype, device) VALUES ($seed, $dataset, "
            + "$input, $batch, $init, $dtype, $device) ON CONFLICT DO NOTHING", values);
        return (long)Scalar(
            "SELECT id FROM protocol WHERE seed = $seed AND dataset = $dataset AND input = $input AND "
            + "batch = $batch AND init = $init AND dtype = $dtype AND device = $device", values)!;
    }

    private void Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
