namespace ZcBench.Proxies.Probe;

/// <summary>
/// Something a proxy must see to score an architecture, or that another need is made from. The needs of a
/// plan form a graph; each is computed once in a session and shared by all who ask.
/// </summary>
public abstract class Need
{
    private protected Need(string id, string meaning, IReadOnlyList<Need> requires)
    {
        Id = id;
        Meaning = meaning;
        Requires = requires;
        Closure = [.. requires.SelectMany(need => need.Closure).Append(this).Distinct()];
    }

    /// <summary>Short name, for plans.</summary>
    public string Id { get; }

    /// <summary>What it is, in a few words.</summary>
    public string Meaning { get; }

    /// <summary>The needs it is made from.</summary>
    public IReadOnlyList<Need> Requires { get; }

    /// <summary>Whether it takes gradients through the shared forward pass.</summary>
    public bool Differentiates { get; init; }

    /// <summary>Whether it wants the gradient with respect to the input too.</summary>
    internal bool DifferentiatesInput { get; init; }

    /// <summary>
    /// Passes through the network that it adds: a forward pass counts 1, a backward pass to the weights about
    /// 2. A rough figure for plans; null when it depends on the minibatch.
    /// </summary>
    public double? Passes { get; init; } = 0;

    /// <summary>
    /// Feature maps that stay until the session ends, in multiples of all values of the network; the graph of
    /// the shared forward pass comes on top.
    /// </summary>
    internal double Keeps { get; init; }

    /// <summary>Feature maps that live while it is observed, in the same unit.</summary>
    internal double Holds { get; init; }

    /// <summary>Feature maps that live while it is observed, in multiples of the largest one.</summary>
    internal double HoldsLargest { get; init; }

    /// <summary>Numbers that live while it is observed, in multiples of all weights.</summary>
    internal double HoldsWeights { get; init; }

    /// <summary>
    /// How many numbers as large as all weights live while it is observed, for each sample.
    /// </summary>
    internal double HoldsWeightsPerSample { get; init; }

    /// <summary>The need and everything it is made from.</summary>
    public IReadOnlyList<Need> Closure { get; }

    /// <inheritdoc/>
    public override string ToString() => Id;

    /// <summary>Observes the need in a session unless that was done before.</summary>
    internal abstract void Prepare(Session session);
}

/// <summary>A need whose evidence is a <typeparamref name="T"/>.</summary>
public sealed class Need<T> : Need
    where T : class
{
    private readonly Func<Session, T> _observe;

    internal Need(string id, string meaning, IReadOnlyList<Need> requires, Func<Session, T> observe)
        : base(id, meaning, requires) => _observe = observe;

    internal T Observe(Session session) => _observe(session);

    internal override void Prepare(Session session) => session.Get(this);
}
