namespace ZcBench.Benchmarks;

/// <summary>
/// Looking names up the way people type them: exact, else refused with the nearest known name.
/// </summary>
internal static class Names
{
    /// <summary>
    /// The item of that name, or a <see cref="UserError"/> such as
    /// "proxy 'synflo' is unknown; did you mean 'synflow'? (zcbench ls proxies)".
    /// </summary>
    public static T Find<T>(IReadOnlyDictionary<string, T> items, string name, string kind, string remedy) =>
        items.TryGetValue(name, out var found)
            ? found
            : throw new UserError($"{kind} '{name}' is unknown; {Suggest(items.Keys, name)} ({remedy})");

    /// <summary>"did you mean 'synflow'?", or a list of all known names where none is near.</summary>
    internal static string Suggest(IEnumerable<string> known, string name)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        var nearest = names.MinBy(candidate => Distance(Plain(candidate), Plain(name)));
        return nearest is not null && Distance(Plain(nearest), Plain(name)) <= Math.Max(2, name.Length / 3)
            ? $"did you mean '{nearest}'?"
            : $"known are {string.Join(", ", names)}";
    }

    // Case and separators are what people most often spell otherwise.
    private static string Plain(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // Levenshtein distance by one rolling row.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
