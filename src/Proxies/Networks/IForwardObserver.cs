using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Networks;

/// <summary>Sees what passes through networks during one forward pass.</summary>
public interface IForwardObserver
{
    /// <summary>Called when a step has been computed; the tensors belong to the pass.</summary>
    /// <param name="step">The step, of one or several networks.</param>
    /// <param name="inputs">Values it read, each slot after slot.</param>
    /// <param name="value">Its value, [N, G·C, H, W], or [N, G·features] after pooling.</param>
    void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value);

    /// <summary>Whether the step's value must outlive its last reader.</summary>
    bool Keeps(GroupedStep step) => false;

    /// <summary>Whether what the step read must outlive its last reader.</summary>
    bool KeepsInputs(GroupedStep step) => false;

    /// <summary>
    /// Whether the step must read views of its own, so that derivatives with respect to what it reads go
    /// through this step alone.
    /// </summary>
    bool ReadsApart(GroupedStep step) => false;
}
