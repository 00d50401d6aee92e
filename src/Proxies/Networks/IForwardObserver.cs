using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Networks;

/// <summary>Sees what passes through a network during one forward pass.</summary>
public interface IForwardObserver
{
    /// <summary>Called when a step has been computed; the tensors belong to the pass.</summary>
    /// <param name="step">The step.</param>
    /// <param name="inputs">Values it read.</param>
    /// <param name="value">Its value, [N, C, H, W], or [N, features] after pooling.</param>
    void Computed(Step step, IReadOnlyList<Tensor> inputs, Tensor value);

    /// <summary>Whether the step's value must outlive its last reader.</summary>
    bool Keeps(Step step) => false;
}
