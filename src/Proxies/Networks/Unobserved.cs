using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Networks;

/// <summary>Watches nothing.</summary>
internal sealed class Unobserved : IForwardObserver
{
    /// <summary>The one instance.</summary>
    public static Unobserved Instance { get; } = new();

    /// <inheritdoc/>
    public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value) { }
}
