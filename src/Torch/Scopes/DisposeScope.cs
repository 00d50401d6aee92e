namespace TorchSharp;

/// <summary>
/// Disposes, at its end, every tensor made since on its thread and not moved out. Scopes of a thread nest; a
/// tensor belongs to the innermost one.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? _current;

    // A tensor may be disposed by another thread than the one that made it.
    private readonly Lock _gate = new();
    private HashSet<IDisposable> _held = new(ReferenceEqualityComparer.Instance);
    private bool _ended;

    private DisposeScope(DisposeScope? outer) => OuterScope = outer;

    /// <summary>How many disposables the scope holds.</summary>
    public int DisposablesCount => Locked(() => _held.Count);

    /// <summary>What the scope holds now.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => Locked(() => _held.ToArray());

    internal DisposeScope? OuterScope { get; private set; }

    /// <summary>Whether the scope holds the disposable.</summary>
    public bool Contains(IDisposable disposable) => Locked(() => _held.Contains(disposable));

    /// <summary>Takes a disposable into this scope, out of the one that holds it.</summary>
    public void Attach(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.OwningDisposeScope?.Remove(tensor);
            tensor.OwningDisposeScope = this;
        }

        Add(disposable);
    }

    /// <summary>Gives a disposable to the scope outside, or to nobody where there is none.</summary>
    /// <returns>The disposable.</returns>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        Move(disposable, OuterScope);
        return disposable;
    }

    /// <summary>Gives two disposables to the scope outside.</summary>
    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    /// <summary>Gives three disposables to the scope outside.</summary>
    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    /// <summary>Gives disposables to the scope outside.</summary>
    public void MoveToOuter(params IDisposable[] disposables) =>
        MoveToOuter((IEnumerable<IDisposable>)disposables);

    /// <summary>Gives disposables to the scope outside.</summary>
    public void MoveToOuter(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            Move(disposable, OuterScope);
    }

    /// <summary>Takes a disposable out of all scopes; its holder disposes it.</summary>
    /// <returns>The disposable.</returns>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Move(disposable, null);
        return disposable;
    }

    /// <summary>Takes disposables out of all scopes.</summary>
    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    /// <summary>Takes disposables out of all scopes.</summary>
    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
            Move(disposable, null);
    }

    /// <summary>Disposes all that the scope holds now; it goes on.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    /// <summary>Disposes what the scope holds now except the given ones, which it goes on holding.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var kept = inKeep.ToHashSet<IDisposable>(ReferenceEqualityComparer.Instance);
        HashSet<IDisposable> old;
        lock (_gate)
            (old, _held) = (_held, kept);
        foreach (var disposable in old.Where(d => !kept.Contains(d)))
        {
            if (disposable is torch.Tensor tensor)
                tensor.OwningDisposeScope = null;
            disposable.Dispose();
        }
    }

    /// <summary>Disposes what the scope holds now except the given ones, which it goes on holding.</summary>
    public void DisposeEverythingBut(params IDisposable[] keep) =>
        DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <summary>Disposes all that the scope holds and ends it.</summary>
    public void Dispose()
    {
        if (_ended)
            return;
        _ended = true;
        DisposeEverything();
        Leave();
    }

    internal static DisposeScope Begin() => _current = new DisposeScope(_current);

    internal static DisposeScope? Register(torch.Tensor tensor)
    {
        _current?.Add(tensor);
        return _current;
    }

    internal void Remove(IDisposable disposable)
    {
        lock (_gate)
            _held.Remove(disposable);
    }

    private void Add(IDisposable disposable)
    {
        lock (_gate)
            _held.Add(disposable);
    }

    private void Move(IDisposable disposable, DisposeScope? scope)
    {
        bool held;
        lock (_gate)
            held = _held.Remove(disposable);
        if (!held)
            return;
        scope?.Add(disposable);
        if (disposable is torch.Tensor tensor)
            tensor.OwningDisposeScope = scope;
    }

    // Scopes end innermost first; one that ends early is cut out of the chain.
    private void Leave()
    {
        if (_current == this)
        {
            _current = OuterScope;
            return;
        }

        for (var scope = _current; scope is not null; scope = scope.OuterScope)
        {
            if (scope.OuterScope == this)
                scope.OuterScope = OuterScope;
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }
}
