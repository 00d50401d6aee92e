using Microsoft.Data.Sqlite;

namespace ZcBench.Scores.Store;

/// <summary>
/// Opens the database of a store. While it is written it has a write-ahead log beside it; whoever wrote it
/// puts the log away at the end, so a store at rest is one file that can be read without a trace.
/// </summary>
internal static class StoreFile
{
    // Of the header: 2 where the file is used with a write-ahead log.
    private const int WriteVersion = 18;
    private const byte Logged = 2;
    private const int SecondsToWait = 60,
        SecondsToPutAway = 1;

    // A whole space's scores: rows come in no order of their keys, so what does not fit is read again and
    // again. SQLite takes of it what the file needs.
    private const string Cache = "PRAGMA cache_size = -131072";

    // Pages of 4096 bytes in the log before they are copied into the file, a page once however often it
    // changed.
    private const string Checkpoint = "PRAGMA wal_autocheckpoint = 8192";

    /// <summary>A connection that writes; the file is made where there is none.</summary>
    public static SqliteConnection Write(string path)
    {
        return Opened(path, SqliteOpenMode.ReadWriteCreate, Log);

        // NORMAL syncing survives a killed process whole; a power cut may lose the newest rows.
        static void Log(SqliteConnection connection)
        {
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA synchronous = NORMAL");
            Execute(connection, Checkpoint);
        }
    }

    /// <summary>A connection to a database of its own that no file holds.</summary>
    public static SqliteConnection InMemory() => Opened(":memory:", SqliteOpenMode.Memory, _ => { });

    /// <summary>A connection that only reads, and leaves the folder as it is.</summary>
    public static SqliteConnection Read(string path)
    {
        try
        {
            return Reading(IsAtRest(path) ? path : Unchanging(path));
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == SQLitePCL.raw.SQLITE_READONLY)
        {
            // Whoever wrote it was killed while putting the log away. The journal that this leaves is about
            // the mark in the header that asks for a log, and only who may write can take the mark back.
            return Reading(Unchanging(path));
        }

        // Reading the schema shows such a journal.
        static SqliteConnection Reading(string source) =>
            Opened(
                source,
                SqliteOpenMode.ReadOnly,
                connection => Execute(connection, "SELECT COUNT(*) FROM sqlite_master")
            );
    }

    /// <summary>Puts the write-ahead log away, or leaves it to the next to write if somebody reads.</summary>
    public static void PutAway(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        command.CommandTimeout = SecondsToPutAway;
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            // The log stays beside the file, as after a killed run.
        }
    }

    /// <summary>Runs a statement.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Opened(
        string source,
        SqliteOpenMode mode,
        Action<SqliteConnection> prepare
    )
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = source,
                Mode = mode,
                Pooling = false,
                DefaultTimeout = SecondsToWait,
            }.ToString()
        );
        try
        {
            connection.Open();
            Execute(connection, Cache);
            prepare(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Earlier versions left a file that asks for a log, and SQLite would make one to read it.
    private static string Unchanging(string path) =>
        $"{new Uri(Path.GetFullPath(path)).AbsoluteUri}?immutable=1";

    private static bool IsAtRest(string path)
    {
        using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        Span<byte> header = stackalloc byte[WriteVersion + 1];
        var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        var asksForLog = read == header.Length && header[WriteVersion] == Logged;
        return !asksForLog || File.Exists(path + "-wal");
    }
}
