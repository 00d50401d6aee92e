using ZcBench.Benchmarks;

namespace ZcBench.Imports.Pickles;

/// <summary>The objects that a pickle is working on, and the marks that begin its containers.</summary>
/// <param name="source">Where refusals happen.</param>
internal sealed class PickleStack(PickleSource source)
{
    private readonly List<object?> _objects = [];
    private readonly List<int> _marks = [];

    /// <summary>Puts an object on top.</summary>
    public void Push(object? value)
    {
        if (_objects.Count == PickleLimits.Stack)
        {
            throw source.Fault("more than a million objects are on the stack, which no official file does");
        }

        _objects.Add(value);
    }

    /// <summary>Takes the top object.</summary>
    public object? Pop()
    {
        Require(1);
        var top = _objects[^1];
        _objects.RemoveAt(_objects.Count - 1);
        return top;
    }

    /// <summary>Takes the top objects, the deepest first.</summary>
    public object?[] Pop(int count)
    {
        Require(count);
        var taken = _objects.GetRange(_objects.Count - count, count).ToArray();
        _objects.RemoveRange(_objects.Count - count, count);
        return taken;
    }

    /// <summary>The top object, which stays.</summary>
    public object? Top()
    {
        Require(1);
        return _objects[^1];
    }

    /// <summary>Begins a container.</summary>
    public void Mark()
    {
        if (_marks.Count == PickleLimits.Depth)
        {
            throw source.Fault(
                "containers are nested more than a thousand deep, which no official file does"
            );
        }

        _marks.Add(_objects.Count);
    }

    /// <summary>Takes all objects above the last mark, and the mark.</summary>
    public object?[] PopMarked()
    {
        if (_marks.Count == 0)
        {
            throw Malformed("a container ends that never began");
        }

        var start = _marks[^1];
        _marks.RemoveAt(_marks.Count - 1);
        return Pop(_objects.Count - start);
    }

    /// <summary>The refusal of what no writer would write.</summary>
    public UserError Malformed(string found) => source.Fault($"the pickle is malformed: {found}");

    // Nothing below the last mark may be taken.
    private void Require(int count)
    {
        if (_objects.Count - (_marks.Count > 0 ? _marks[^1] : 0) < count)
        {
            throw Malformed("an operation needs more objects than there are");
        }
    }
}
