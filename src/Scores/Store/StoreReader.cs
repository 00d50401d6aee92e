using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ZcBench.Scores.Store;

/// <summary>Reads the rows of a store, in any layout. Belongs to one thread at a time.</summary>
internal sealed class StoreReader(SqliteConnection connection, int layout)
{
    private static readonly JsonSerializerOptions Strict = new() { RespectNullableAnnotations = true };

    /// <summary>The newest card of every proxy, by id.</summary>
    public IReadOnlyList<ProxyInfo> Proxies()
    {
        var cards = new List<ProxyInfo>();
        if (layout != StoreLayout.None)
        {
            using var command = Command("SELECT card, MAX(version) FROM proxy GROUP BY id ORDER BY id");
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                cards.Add(Card(rows));
            }
        }

        return cards;
    }

    /// <summary>Every series that has scores, by proxy, version and protocol.</summary>
    public IReadOnlyList<StoredSeries> Series()
    {
        var all = new List<StoredSeries>();
        if (layout != StoreLayout.None)
        {
            using var command = Command(StoreLayout.AllSeries(layout));
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                all.Add(
                    new(
                        Card(rows),
                        new(
                            rows.GetInt64(1),
                            rows.GetString(2),
                            rows.GetString(3),
                            rows.GetInt32(4),
                            rows.GetString(5),
                            rows.GetString(6),
                            rows.GetString(7)
                        )
                    )
                );
            }
        }

        return all;
    }

    /// <summary>The scores of a proxy's version under a protocol, by architecture text.</summary>
    public IReadOnlyDictionary<string, StoredScore> Scores(string space, ProxyInfo proxy, Protocol protocol)
    {
        var scores = new Dictionary<string, StoredScore>(StringComparer.Ordinal);
        if (layout == StoreLayout.None)
        {
            return scores;
        }

        using var command = Command(
            StoreLayout.Select(layout),
            [("$space", space), .. Parts(proxy, protocol)]
        );
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var text = rows.GetString(0);
            var score = rows.IsDBNull(1) ? Score.Undefined(rows.GetString(2)) : Score.Of(rows.GetDouble(1));
            scores.Add(text, new(text, proxy.Id, score, rows.GetDouble(3)));
        }

        return scores;
    }

    /// <summary>Which proxies, by place, have scored which architecture, by text.</summary>
    public Func<string, int, bool> Scored(string space, IReadOnlyList<ProxyInfo> proxies, Protocol protocol)
    {
        if (layout != StoreLayout.Newest)
        {
            var stored = proxies.Select(proxy => Scores(space, proxy, protocol)).ToList();
            return (architecture, place) => stored[place].ContainsKey(architecture);
        }

        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        using var all = Command(StoreLayout.Numbers, ("$space", space));
        using (var rows = all.ExecuteReader())
        {
            while (rows.Read())
            {
                numbers.Add(rows.GetString(0), rows.GetInt64(1));
            }
        }

        var scored = proxies.Select(proxy => Numbers(proxy, protocol)).ToList();
        return (architecture, place) =>
            numbers.TryGetValue(architecture, out var number) && scored[place].Contains(number);
    }

    private HashSet<long> Numbers(ProxyInfo proxy, Protocol protocol)
    {
        using var command = Command(StoreLayout.Scored, Parts(proxy, protocol));
        using var rows = command.ExecuteReader();
        var numbers = new HashSet<long>();
        while (rows.Read())
        {
            numbers.Add(rows.GetInt64(0));
        }

        return numbers;
    }

    private static ProxyInfo Card(SqliteDataReader rows) =>
        JsonSerializer.Deserialize<ProxyInfo>(rows.GetString(0), Strict)
        ?? throw new JsonException("a proxy's card is null");

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private static (string, object)[] Parts(ProxyInfo proxy, Protocol protocol) =>
        [
            ("$proxy", proxy.Id),
            ("$version", proxy.Version),
            ("$seed", protocol.Seed),
            ("$dataset", protocol.Dataset),
            ("$input", protocol.Input),
            ("$batch", protocol.Batch),
            ("$init", protocol.Init),
            ("$dtype", protocol.DType),
            ("$device", protocol.Device),
        ];
}
