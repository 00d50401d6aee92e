using System.Globalization;
using ZcBench.Proxies.Engine;

namespace ZcBench.Runs;

/// <summary>
/// How many architectures are scored at once: as many as asked for, and half as many each time that memory
/// runs out. Shared by the workers of a run.
/// </summary>
internal sealed class PopulationSize
{
    private readonly Lock _gate = new();
    private readonly int _asked;
    private int _now;
    private bool _isTold = true;

    /// <summary>Begins with what was asked for.</summary>
    public PopulationSize(int asked) => _now = _asked = asked;

    /// <summary>What the user should know since the last call; null for nothing.</summary>
    public string? Notice()
    {
        lock (_gate)
        {
            var isTold = _isTold;
            _isTold = true;
            return isTold
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"memory ran out with {_asked} architectures at once; going on with {_now}"
                );
        }
    }

    /// <summary>Measures all members, in parts where they do not fit into memory at once.</summary>
    /// <exception cref="Exception">
    /// What the measurement throws; that memory ran out only for a single member.
    /// </exception>
    public void Measure<T>(IReadOnlyList<T> members, Action<IReadOnlyList<T>> measure)
    {
        var now = Volatile.Read(ref _now);
        if (members.Count <= now)
        {
            try
            {
                measure(members);
                return;
            }
            catch (Exception fault) when (members.Count > 1 && OutOfMemory.Is(fault))
            {
                now = Halve((members.Count + 1) / 2);
            }
        }

        foreach (var part in members.Chunk(now))
        {
            Measure(part, measure);
        }
    }

    // Another worker may have gone further down meanwhile.
    private int Halve(int half)
    {
        lock (_gate)
        {
            if (half < _now)
            {
                _now = half;
                _isTold = false;
            }

            return _now;
        }
    }
}
