using System.Text.Json;
using Microsoft.Data.Sqlite;
using ZcBench.Benchmarks;
using ZcBench.Scores.Store;

namespace ZcBench.Scores;

/// <summary>
/// The scores of a run in one SQLite file, one row for each architecture, proxy, version and protocol. Rows
/// are added, an architecture's scores all or none, and only <see cref="Forget"/> takes some away, so a
/// process may be killed at any moment and the next one continues from what is there. One process writes at a
/// time, by several threads; any number may read, which changes nothing.
/// </summary>
public sealed class RunStore : IDisposable
{
    /// <summary>Name of the store inside a run folder.</summary>
    public const string FileName = "scores.db";

    private const string Damaged = "run the same command again if it was stopped, or restore the file";

    // What a killed run loses at most. Architectures that take longer are committed one by one.
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(200);

    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly StoreReader _reader;
    private readonly StoreWriter? _writer;
    private readonly IDisposable? _lock;
    private readonly Timer? _timer;
    private readonly Lock _gate = new();
    private UserError? _fault;

    private RunStore(string path, SqliteConnection connection, int layout, IDisposable? writing)
    {
        _path = path;
        _connection = connection;
        _reader = new(connection, layout);
        _lock = writing;
        if (writing is not null)
        {
            _writer = new(connection);
            _timer = new(_ => CommitSlice());
        }
    }

    /// <summary>Opens the store of a run folder for writing, making both if they are missing.</summary>
    /// <exception cref="UserError">
    /// Another process writes into the folder, it cannot be written, or the file is no store of this version.
    /// </exception>
    public static RunStore Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return Opened(
            path,
            "choose another folder, or move the file away if it is damaged",
            () =>
            {
                Directory.CreateDirectory(folder);
                var writing = RunLock.Take(folder);
                try
                {
                    return OrClosed(
                        StoreFile.Write(path),
                        connection =>
                        {
                            StoreLayout.Renew(connection, StoreLayout.Of(connection, path));
                            return new RunStore(path, connection, StoreLayout.Newest, writing);
                        }
                    );
                }
                catch
                {
                    writing.Dispose();
                    throw;
                }
            }
        );
    }

    /// <summary>An empty store that is gone when it is disposed.</summary>
    public static RunStore InMemory() =>
        OrClosed(
            StoreFile.InMemory(),
            connection =>
            {
                StoreLayout.Renew(connection, StoreLayout.None);
                // Nobody else can write into it, so nothing is locked.
                return new RunStore("a store in memory", connection, StoreLayout.Newest, Stream.Null);
            }
        );

    /// <summary>Opens the store of a run folder, which must be there, for reading.</summary>
    /// <exception cref="UserError">There is none, or it is damaged.</exception>
    public static RunStore OpenExisting(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path)
            ? Opened(
                path,
                Damaged,
                () =>
                    OrClosed(
                        StoreFile.Read(path),
                        read => new RunStore(path, read, StoreLayout.Of(read, path), writing: null)
                    )
            )
            : throw new UserError(
                $"'{folder}' holds no {FileName}; run the same command again to compute its scores"
            );
    }

    /// <summary>Writes the cards of the proxies that are about to be scored.</summary>
    public void Register(IEnumerable<ProxyInfo> proxies) =>
        Write(writer =>
        {
            foreach (var proxy in proxies)
            {
                writer.Add(proxy);
            }
        });

    /// <summary>The newest card of every proxy in the store, by id.</summary>
    /// <exception cref="UserError">The file is damaged.</exception>
    public IReadOnlyList<ProxyInfo> Proxies() => Read(_reader.Proxies);

    /// <summary>Every version of every proxy that has scores, under each protocol.</summary>
    /// <exception cref="UserError">The file is damaged.</exception>
    public IReadOnlyList<StoredSeries> Series() => Read(_reader.Series);

    /// <summary>
    /// Adds the scores of one architecture, all or none; those already there stay as they are. They outlive
    /// the process a fifth of a second later, or when the store is disposed.
    /// </summary>
    public void Add(
        string space,
        Protocol protocol,
        IReadOnlyList<(ProxyInfo Proxy, StoredScore Score)> scores
    ) => Write(writer => writer.Add(space, protocol, scores));

    /// <summary>
    /// Takes all scores of some proxies away, of every version and protocol, all or none, and their cards.
    /// </summary>
    /// <returns>How many scores there were.</returns>
    public long Forget(IReadOnlyList<string> proxies)
    {
        var count = 0L;
        Write(writer =>
        {
            writer.Commit();
            count = proxies.Sum(writer.Forget);
            writer.Commit();
        });
        return count;
    }

    /// <summary>
    /// All scores of a proxy in its current version under a protocol, by architecture text.
    /// </summary>
    /// <exception cref="UserError">The file is damaged.</exception>
    public IReadOnlyDictionary<string, StoredScore> Scores(
        string space,
        ProxyInfo proxy,
        Protocol protocol
    ) => Read(() => _reader.Scores(space, proxy, protocol));

    /// <summary>
    /// Which of the proxies have scored which architecture, each in its current version under a protocol:
    /// asked with an architecture's text and a proxy's place in the list. It reads no scores, so it suits a
    /// whole space.
    /// </summary>
    /// <exception cref="UserError">The file is damaged.</exception>
    public Func<string, int, bool> Scored(
        string space,
        IReadOnlyList<ProxyInfo> proxies,
        Protocol protocol
    ) => Read(() => _reader.Scored(space, proxies, protocol));

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _timer?.Dispose();
            try
            {
                if (_writer is not null && _fault is null)
                {
                    Guarded(() =>
                    {
                        _writer.Commit();
                        StoreFile.PutAway(_connection);
                    });
                }
            }
            finally
            {
                _writer?.Dispose();
                _connection.Dispose();
                _lock?.Dispose();
            }
        }
    }

    private static RunStore Opened(string path, string remedy, Func<RunStore> open)
    {
        try
        {
            return open();
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, fault, remedy);
        }
    }

    private static RunStore OrClosed(SqliteConnection connection, Func<SqliteConnection, RunStore> open)
    {
        try
        {
            return open(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static UserError Unusable(string path, Exception fault, string remedy) =>
        new($"{path} cannot be used as a run store ({fault.Message.TrimEnd('.')}); {remedy}", fault);

    // A page or a row that is damaged shows when it is read: as a fault of SQLite's, as a text twice, as no
    // text or number where one must be, or as a card that is no JSON.
    private T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            try
            {
                return read();
            }
            catch (Exception fault)
                when (fault
                        is SqliteException
                            or ArgumentException
                            or InvalidOperationException
                            or InvalidCastException
                            or JsonException
                )
            {
                throw Unusable(_path, fault, Damaged);
            }
        }
    }

    private void Write(Action<StoreWriter> add)
    {
        lock (_gate)
        {
            var writer = _writer ?? throw new InvalidOperationException("the store was opened for reading");
            if (_fault is not null)
            {
                throw _fault;
            }

            var isFirst = !writer.IsOpen;
            Guarded(() => add(writer));
            if (isFirst)
            {
                _timer!.Change(Slice, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void CommitSlice()
    {
        lock (_gate)
        {
            try
            {
                if (_fault is null)
                {
                    Guarded(_writer!.Commit);
                }
            }
            catch (UserError)
            {
                // Kept for whoever writes next.
            }
        }
    }

    // What waits when a statement fails is given up whole: closing the connection rolls it back.
    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (SqliteException fault)
        {
            _fault = Unusable(
                _path,
                fault,
                "make room or give write permission, then run the same command again"
            );
            throw _fault;
        }
    }
}
