namespace ZcBench.Imports.Pickles;

/// <summary>
/// A Python dict as its pickle lists it. It does no hashing: it is walked, or searched for a few texts. What
/// a reader has made of it can be kept instead of its items.
/// </summary>
internal sealed class PickleDict
{
    private readonly List<KeyValuePair<object?, object?>> _items = [];

    /// <summary>Keys and values in the order of the pickle.</summary>
    public IReadOnlyList<KeyValuePair<object?, object?>> Items => _items;

    /// <summary>What a reader made of the items, which then are gone; null before.</summary>
    public object? Digest { get; private set; }

    /// <summary>The value of a text; null where it is missing or None.</summary>
    public object? this[string key] => Find(key) is >= 0 and var place ? _items[place].Value : null;

    /// <summary>Whether the text is a key.</summary>
    public bool Has(string key) => Find(key) >= 0;

    /// <summary>Adds an item; of several with one key the last counts.</summary>
    public void Add(object? key, object? value) => _items.Add(new(key, value));

    /// <summary>Keeps what was made of the items and drops them.</summary>
    /// <returns>How many were dropped.</returns>
    public int Replace(object digest)
    {
        var count = _items.Count;
        Digest = digest;
        _items.Clear();
        _items.TrimExcess();
        return count;
    }

    private int Find(string key) => _items.FindLastIndex(item => item.Key is string text && text == key);
}
