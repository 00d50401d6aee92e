using System.Globalization;
using Microsoft.Data.Sqlite;
using ZcBench.Benchmarks;

namespace ZcBench.Scores.Store;

/// <summary>
/// The tables of a store. Texts stand once: a score's row holds the numbers of its architecture and of its
/// series, which is a proxy's version under a protocol. The time is in ticks of 100 ns.
/// </summary>
internal static class StoreLayout
{
    /// <summary>An empty file.</summary>
    public const int None = 0;

    /// <summary>Every score's row held all its texts; still read, and rewritten when a run goes on.</summary>
    public const int Texts = 1;

    /// <summary>What is written.</summary>
    public const int Newest = 2;

    private const string ProxiesAndProtocols = """
        CREATE TABLE proxy (id TEXT NOT NULL, version INTEGER NOT NULL, card TEXT NOT NULL,
            PRIMARY KEY (id, version)) WITHOUT ROWID;
        CREATE TABLE protocol (id INTEGER PRIMARY KEY, seed INTEGER NOT NULL, dataset TEXT NOT NULL,
            input TEXT NOT NULL, batch INTEGER NOT NULL, init TEXT NOT NULL, dtype TEXT NOT NULL,
            device TEXT NOT NULL, UNIQUE (seed, dataset, input, batch, init, dtype, device));
        """;

    private const string Scores = """
        CREATE TABLE space (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE architecture (space INTEGER NOT NULL REFERENCES space, text TEXT NOT NULL,
            id INTEGER NOT NULL, PRIMARY KEY (space, text)) WITHOUT ROWID;
        CREATE TABLE series (id INTEGER PRIMARY KEY, proxy TEXT NOT NULL, version INTEGER NOT NULL,
            protocol INTEGER NOT NULL REFERENCES protocol, UNIQUE (proxy, version, protocol));
        CREATE TABLE score (series INTEGER NOT NULL REFERENCES series, architecture INTEGER NOT NULL,
            value REAL, undefined TEXT, ticks INTEGER NOT NULL,
            CHECK ((value IS NULL) <> (undefined IS NULL)), PRIMARY KEY (series, architecture)) WITHOUT ROWID;
        """;

    private const string FromTexts = """
        INSERT INTO space (name) SELECT DISTINCT space FROM texts;
        INSERT INTO architecture
            SELECT space.id, t.architecture, ROW_NUMBER() OVER (ORDER BY space.id, t.architecture)
            FROM (SELECT DISTINCT space, architecture FROM texts) t JOIN space ON space.name = t.space;
        INSERT INTO series (proxy, version, protocol) SELECT DISTINCT proxy, version, protocol FROM texts;
        INSERT INTO score
            SELECT series.id, a.id, t.value, t.undefined, CAST(ROUND(t.milliseconds * 10000) AS INTEGER)
            FROM texts t JOIN space ON space.name = t.space
            JOIN architecture a ON a.space = space.id AND a.text = t.architecture
            JOIN series ON series.proxy = t.proxy AND series.version = t.version
                AND series.protocol = t.protocol
            ORDER BY series.id, a.id;
        DROP TABLE texts;
        """;

    private const string OfProtocol =
        " AND p.seed = $seed AND p.dataset = $dataset AND p.input = $input AND p.batch = $batch "
        + "AND p.init = $init AND p.dtype = $dtype AND p.device = $device";

    /// <summary>Selects text and number of the architectures of a $space; of the newest layout.</summary>
    public const string Numbers =
        "SELECT a.text, a.id FROM space o CROSS JOIN architecture a WHERE o.name = $space AND a.space = o.id";

    /// <summary>
    /// Selects the numbers of the architectures that have a score of a $proxy of a $version under a protocol,
    /// given by its parts; of the newest layout.
    /// </summary>
    public const string Scored =
        "SELECT s.architecture FROM protocol p CROSS JOIN series r CROSS JOIN score s "
        + "WHERE r.protocol = p.id AND r.proxy = $proxy AND r.version = $version AND s.series = r.id"
        + OfProtocol;

    /// <summary>Selects the card and the protocol's parts of every series with scores.</summary>
    public static string AllSeries(int layout) =>
        "SELECT c.card, p.seed, p.dataset, p.input, p.batch, p.init, p.dtype, p.device "
        + (
            layout == Texts
                ? "FROM (SELECT DISTINCT proxy, version, protocol FROM score) r "
                : "FROM (SELECT * FROM series WHERE id IN (SELECT series FROM score)) r "
        )
        + "JOIN protocol p ON p.id = r.protocol JOIN proxy c ON c.id = r.proxy AND c.version = r.version "
        + "ORDER BY r.proxy, r.version, p.seed, p.dataset, p.input, p.batch, p.init, p.dtype, p.device";

    /// <summary>Number of the layout of a file.</summary>
    /// <exception cref="UserError">It is a later one.</exception>
    public static int Of(SqliteConnection connection, string path)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var version = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        return version is None or Texts or Newest
            ? version
            : throw new UserError(
                $"{path} was written by another version of zcbench "
                    + $"(schema {version}, this one writes {Newest}); choose another folder with --out"
            );
    }

    /// <summary>Gives a file the newest layout, with the scores it holds, all or nothing.</summary>
    public static void Renew(SqliteConnection connection, int from)
    {
        if (from == Newest)
        {
            return;
        }

        string[] steps =
            from == Texts
                ? ["ALTER TABLE score RENAME TO texts;", Scores, FromTexts]
                : [ProxiesAndProtocols, Scores];
        using (var transaction = connection.BeginTransaction())
        {
            StoreFile.Execute(connection, string.Concat(steps));
            StoreFile.Execute(
                connection,
                string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Newest}")
            );
            transaction.Commit();
        }

        if (from == Texts)
        {
            StoreFile.Execute(connection, "VACUUM");
        }
    }

    /// <summary>
    /// Selects architecture, value, reason and milliseconds of a $space, a $proxy of a $version and a
    /// protocol, given by its parts.
    /// </summary>
    public static string Select(int layout) =>
        (
            layout == Texts
                ? "SELECT s.architecture, s.value, s.undefined, s.milliseconds "
                    + "FROM protocol p CROSS JOIN score s "
                    + "WHERE s.protocol = p.id AND s.space = $space "
                    + "AND s.proxy = $proxy AND s.version = $version"
                : "SELECT a.text, s.value, s.undefined, s.ticks / 10000.0 "
                    + "FROM protocol p CROSS JOIN series r "
                    + "CROSS JOIN space o CROSS JOIN architecture a CROSS JOIN score s "
                    + "WHERE r.protocol = p.id AND r.proxy = $proxy AND r.version = $version "
                    + "AND o.name = $space AND a.space = o.id AND s.series = r.id AND s.architecture = a.id"
        ) + OfProtocol;
}
