namespace ZcBench.Proxies.Probe;

/// <summary>
/// What a proxy may look at: the needs it declared, of one network of the session it belongs to.
/// </summary>
public sealed class Evidence
{
    private readonly Session _session;
    private readonly int _member;
    private readonly IProxy _proxy;

    internal Evidence(Session session, int member, IProxy proxy)
    {
        _session = session;
        _member = member;
        _proxy = proxy;
    }

    /// <summary>Number of classes of the task.</summary>
    public int Classes => _session.Settings.Task.Classes;

    /// <summary>Labels of the minibatch, one a sample.</summary>
    public IReadOnlyList<long> Labels => _session.Settings.Batch.Labels;

    /// <summary>What was seen for a need.</summary>
    /// <exception cref="InvalidOperationException">The proxy did not declare the need.</exception>
    public T Get<T>(Need<T> need)
        where T : class =>
        _proxy.Needs.Contains(need)
            ? _session.Get(need)[_member]
            : throw new InvalidOperationException(
                $"proxy '{_proxy.Info.Id}' reads need '{need}' but did not declare it"
            );
}
