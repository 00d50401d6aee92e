using System.Globalization;

namespace ZcBench.Imports.Pickles;

/// <summary>Words for what a pickle holds, for refusals.</summary>
internal static class PickleWords
{
    private const int MostCharacters = 40;

    /// <summary>What the object is, for example "a list of 3".</summary>
    public static string Of(object? value) =>
        value switch
        {
            null => "None",
            string text => $"'{(text.Length > MostCharacters ? text[..MostCharacters] + "…" : text)}'",
            List<object?> list => Count("list", list.Count),
            object?[] tuple => Count("tuple", tuple.Length),
            PickleSet set => Count("set", set.Items.Count),
            PickleDict { Digest: null } dict => $"a dict of {Keys(dict)}",
            PickleDict => "a dict",
            PickleOpaque { What: var what } => what,
            byte[] bytes => Count("byte string", bytes.Length),
            PickleGlobal { Module: var module, Name: var name } => $"the name {module}.{name}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "nothing",
        };

    private static string Count(string what, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"a {what} of {count}");

    private static string Keys(PickleDict dict)
    {
        var keys = dict
            .Items.Take(4)
            .Select(item =>
                item.Key is string text ? Of(text)
                : item.Key is PickleDict ? "a dict"
                : Of(item.Key)
            )
            .ToList();
        return keys.Count == 0
            ? "nothing"
            : string.Join(", ", keys) + (dict.Items.Count > keys.Count ? ", …" : "");
    }
}
