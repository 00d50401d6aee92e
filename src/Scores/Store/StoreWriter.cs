using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ZcBench.Scores.Store;

/// <summary>
/// Adds rows to a store. Rows wait in one transaction until <see cref="Commit"/>: what a killed process had
/// not committed is not there. Belongs to one thread at a time.
/// </summary>
internal sealed class StoreWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement _proxy,
        _space,
        _protocol,
        _series,
        _find,
        _architecture,
        _score;
    private readonly Dictionary<string, long> _spaces = new(StringComparer.Ordinal);
    private readonly Dictionary<Protocol, long> _protocols = [];
    private readonly Dictionary<(string Proxy, int Version, long Protocol), long> _known = [];
    private long _last;

    /// <summary>A writer of a store in the newest layout.</summary>
    public StoreWriter(SqliteConnection connection)
    {
        _connection = connection;
        _proxy = new(
            connection,
            "INSERT INTO proxy VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET card = excluded.card"
        );
        _space = new(
            connection,
            "INSERT INTO space (name) VALUES (?) ON CONFLICT DO UPDATE SET name = name RETURNING id"
        );
        _protocol = new(
            connection,
            "INSERT INTO protocol (seed, dataset, input, batch, init, dtype, device) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET seed = seed RETURNING id"
        );
        _series = new(
            connection,
            "INSERT INTO series (proxy, version, protocol) VALUES (?, ?, ?) "
                + "ON CONFLICT DO UPDATE SET proxy = proxy RETURNING id"
        );
        _find = new(connection, "SELECT id FROM architecture WHERE space = ? AND text = ?");
        _architecture = new(connection, "INSERT INTO architecture VALUES (?, ?, ?)");
        _score = new(connection, "INSERT INTO score VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
        using var last = new Statement(connection, "SELECT COALESCE(MAX(id), 0) FROM architecture");
        _last = last.Run()!.Value;
    }

    /// <summary>Whether rows wait to be committed.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Adds a proxy's card, or puts it in the place of another of the same version.</summary>
    public void Add(ProxyInfo proxy)
    {
        Begin();
        _proxy.Run(proxy.Id, proxy.Version, JsonSerializer.Serialize(proxy));
    }

    /// <summary>Adds scores; those already there stay as they are.</summary>
    public void Add(
        string space,
        Protocol protocol,
        IReadOnlyList<(ProxyInfo Proxy, StoredScore Score)> scores
    )
    {
        Begin();
        if (!_spaces.TryGetValue(space, out var spaceId))
        {
            spaceId = _spaces[space] = _space.Run(space)!.Value;
        }

        if (!_protocols.TryGetValue(protocol, out var protocolId))
        {
            protocolId = _protocols[protocol] = _protocol
                .Run(
                    protocol.Seed,
                    protocol.Dataset,
                    protocol.Input,
                    protocol.Batch,
                    protocol.Init,
                    protocol.DType,
                    protocol.Device
                )!
                .Value;
        }

        var (text, architecture) = ("", 0L);
        foreach (var (proxy, stored) in scores)
        {
            if (stored.Architecture != text)
            {
                text = stored.Architecture;
                architecture = Architecture(spaceId, text);
            }

            _score.Run(
                Series(proxy, protocolId),
                architecture,
                stored.Score.IsDefined ? stored.Score.Value : null,
                stored.Score.Reason,
                (long)Math.Round(stored.Milliseconds * TimeSpan.TicksPerMillisecond)
            );
        }
    }

    /// <summary>Takes all scores of a proxy away, and its cards; how many scores there were.</summary>
    public long Forget(string proxy)
    {
        const string OfProxy = "FROM score WHERE series IN (SELECT id FROM series WHERE proxy = ?)";
        Begin();
        var count = Once($"SELECT COUNT(*) {OfProxy}")!.Value;
        Once($"DELETE {OfProxy}");
        Once("DELETE FROM series WHERE proxy = ?");
        Once("DELETE FROM proxy WHERE id = ?");
        foreach (var key in _known.Keys.Where(key => key.Proxy == proxy).ToList())
        {
            _known.Remove(key);
        }

        return count;

        long? Once(string sql)
        {
            using var statement = new Statement(_connection, sql);
            return statement.Run(proxy);
        }
    }

    /// <summary>Makes the rows that wait part of the store.</summary>
    public void Commit()
    {
        if (IsOpen)
        {
            StoreFile.Execute(_connection, "COMMIT");
            IsOpen = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in new[] { _proxy, _space, _protocol, _series, _find, _architecture, _score })
        {
            statement.Dispose();
        }
    }

    private void Begin()
    {
        if (!IsOpen)
        {
            StoreFile.Execute(_connection, "BEGIN IMMEDIATE");
            IsOpen = true;
        }
    }

    private long Architecture(long space, string text)
    {
        if (_find.Run(space, text) is long known)
        {
            return known;
        }

        _architecture.Run(space, text, ++_last);
        return _last;
    }

    private long Series(ProxyInfo proxy, long protocol)
    {
        var key = (proxy.Id, proxy.Version, protocol);
        return _known.TryGetValue(key, out var id)
            ? id
            : _known[key] = _series.Run(proxy.Id, proxy.Version, protocol)!.Value;
    }
}
