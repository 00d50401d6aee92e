namespace ZcBench.Proxies.Probe;

/// <summary>What the probe saw of one network, by need.</summary>
public sealed class Evidence
{
    private readonly Dictionary<Need, object> _items = [];

    /// <summary>What was seen for a need.</summary>
    /// <exception cref="InvalidOperationException">The need was not declared by any proxy of the plan.</exception>
    public T Get<T>(Need<T> need)
        where T : class =>
        _items.TryGetValue(need, out var item)
            ? (T)item
            : throw new InvalidOperationException($"need '{need}' is read but was not declared");

    internal void Set<T>(Need<T> need, T item)
        where T : class => _items[need] = item;
}
