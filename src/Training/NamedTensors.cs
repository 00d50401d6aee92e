namespace ZcBench.Training;

/// <summary>
/// Tensors by name in the order in which they were set, owned: weights, momenta, statistics.
/// </summary>
internal sealed class NamedTensors : IDisposable
{
    private readonly OrderedDictionary<string, Tensor> _tensors = new(StringComparer.Ordinal);

    /// <summary>The names in order.</summary>
    public IReadOnlyList<string> Names => [.. _tensors.Keys];

    /// <summary>The tensors in order.</summary>
    public IReadOnlyList<Tensor> All => [.. _tensors.Values];

    /// <summary>The tensor of that name.</summary>
    public Tensor this[string name] => _tensors[name];

    /// <summary>The tensor of that name, or null.</summary>
    public Tensor? Find(string name) => _tensors.GetValueOrDefault(name);

    /// <summary>Takes a tensor over, in the place of the one that had the name.</summary>
    public void Set(string name, Tensor tensor)
    {
        var kept = tensor.DetachFromDisposeScope();
        if (_tensors.TryGetValue(name, out var former) && !ReferenceEquals(former, kept))
        {
            former.Dispose();
        }

        _tensors[name] = kept;
    }

    /// <summary>Copies of all tensors; each takes gradients if its original does.</summary>
    public NamedTensors Clone()
    {
        var copy = new NamedTensors();
        foreach (var (name, tensor) in _tensors)
        {
            using var detached = tensor.detach();
            copy.Set(name, detached.clone().requires_grad_(tensor.requires_grad));
        }

        return copy;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _tensors.Values)
        {
            tensor.Dispose();
        }

        _tensors.Clear();
    }
}
