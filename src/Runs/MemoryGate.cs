namespace ZcBench.Runs;

/// <summary>Lets workers begin as long as what they will take fits into what there is.</summary>
internal sealed class MemoryGate
{
    private readonly long _limit;
    private readonly object _gate = new();
    private long _taken;
    private int _inside;

    /// <summary>A gate for that many bytes; 0 lets everyone in.</summary>
    public MemoryGate(long limit) => _limit = limit;

    /// <summary>
    /// Runs the work as soon as there is room; what is larger than all there is runs alone.
    /// </summary>
    public void Within(long bytes, Action work)
    {
        Enter(bytes);
        try
        {
            work();
        }
        finally
        {
            Leave(bytes);
        }
    }

    private void Enter(long bytes)
    {
        lock (_gate)
        {
            while (_limit > 0 && _inside > 0 && _taken + bytes > _limit)
            {
                Monitor.Wait(_gate);
            }

            _taken += bytes;
            _inside++;
        }
    }

    private void Leave(long bytes)
    {
        lock (_gate)
        {
            _taken -= bytes;
            _inside--;
            Monitor.PulseAll(_gate);
        }
    }
}
