namespace ZcBench.Proxies.Probe;

/// <summary>One observation and the proxies that share it.</summary>
/// <param name="Need">What is observed.</param>
/// <param name="Users">Ids of the proxies.</param>
public sealed record PlannedPass(Need Need, IReadOnlyList<string> Users)
{
    /// <summary>Cost in forward passes of a minibatch; a pass a sample counts about two each.</summary>
    public double Cost(int batch) => Need.Passes ?? 2.0 * batch;
}
