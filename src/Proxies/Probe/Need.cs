using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// Something a proxy must see to score an architecture, or that another need is made from. The needs of a
/// plan form a graph; each is computed once in a session and shared by all who ask. A need brings all that a
/// pass must know of it: the steps to compute, what is differentiated, and who watches.
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

    /// <summary>Whether it takes gradients with respect to weights, layers' outputs or stages.</summary>
    public bool Differentiates { get; init; }

    /// <summary>Whether it wants the gradient with respect to the input too.</summary>
    internal bool DifferentiatesInput { get; init; }

    /// <summary>Whether it wants the loss's gradients with respect to the layers' outputs too.</summary>
    internal bool DifferentiatesOutputs { get; init; }

    /// <summary>
    /// Whether it wants gradients with respect to scales and shifts of batch norm in the shared forward pass.
    /// </summary>
    internal bool DifferentiatesNorms { get; init; }

    /// <summary>
    /// Whether it must see branches whose values are zero whatever the weights are, because derivatives with
    /// respect to them are not. Networks that have such branches are then observed in a pass that computes
    /// them.
    /// </summary>
    internal bool ComputesZeros { get; init; }

    /// <summary>
    /// Whether it is observed on one network after another: where rounding decides the score, the other order
    /// of sums of grouped arithmetic would be another score.
    /// </summary>
    internal bool IsOneByOne { get; init; }

    /// <summary>
    /// Whether it looks at a network of its own making, so that training the architecture's changes nothing.
    /// </summary>
    internal bool BuildsNetwork { get; init; }

    /// <summary>Whether there is nothing to see of it in a network that was not trained.</summary>
    internal bool IsOfTraining { get; init; }

    /// <summary>The steps that it wants computed; null where it asks for none of its own.</summary>
    internal StepSelection? Selects { get; init; }

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

    /// <summary>
    /// Pixels of the images that it feeds beside the minibatch, whose feature maps live one after another.
    /// </summary>
    internal double HoldsPixels { get; init; }

    /// <summary>Numbers that live while it is observed, in multiples of all weights.</summary>
    internal double HoldsWeights { get; init; }

    /// <summary>
    /// How many numbers as large as all weights live while it is observed, for each sample.
    /// </summary>
    internal double HoldsWeightsPerSample { get; init; }

    /// <summary>The need and everything it is made from.</summary>
    public IReadOnlyList<Need> Closure { get; }

    /// <summary>Whether it is seen in the shared forward pass or made from what is seen there.</summary>
    internal bool IsOfSharedPass => Closure.Contains(ForwardPass.Need);

    /// <inheritdoc/>
    public override string ToString() => Id;

    /// <summary>Observes the need in a session unless that was done before.</summary>
    internal abstract void Prepare(Session session);

    /// <summary>Who watches the shared forward pass for it; null for a need that watches nothing.</summary>
    internal abstract IForwardObserver? Watcher(Session session);
}

/// <summary>A need whose evidence is a <typeparamref name="T"/> for each network of a session.</summary>
public sealed class Need<T> : Need
    where T : class
{
    private readonly Func<Session, IReadOnlyList<T>>? _observe;
    private readonly Func<Session, IWatcher<T>>? _watch;

    /// <summary>A need that is computed from others, or in a pass of its own.</summary>
    internal Need(
        string id,
        string meaning,
        IReadOnlyList<Need> requires,
        Func<Session, IReadOnlyList<T>> observe
    )
        : base(id, meaning, requires) => _observe = observe;

    /// <summary>A need that is read while the shared forward pass runs.</summary>
    internal Need(string id, string meaning, Func<Session, IWatcher<T>> watch)
        : base(id, meaning, [ForwardPass.Need]) => _watch = watch;

    internal IReadOnlyList<T> Observe(Session session) =>
        _observe is not null ? _observe(session) : ((IWatcher<T>)session.WatcherOf(this)).Seen();

    internal override void Prepare(Session session) => session.Get(this);

    internal override IForwardObserver? Watcher(Session session) => _watch?.Invoke(session);
}
