namespace ZcBench.Proxies.Probe;

/// <summary>Something a proxy must see to score an architecture.</summary>
public abstract class Need
{
    private protected Need(string id, string meaning)
    {
        Id = id;
        Meaning = meaning;
    }

    /// <summary>Short name, for plans.</summary>
    public string Id { get; }

    /// <summary>What it is, in a few words.</summary>
    public string Meaning { get; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>A need whose evidence is a <typeparamref name="T"/>.</summary>
public sealed class Need<T> : Need
    where T : class
{
    internal Need(string id, string meaning)
        : base(id, meaning)
    {
    }
}
