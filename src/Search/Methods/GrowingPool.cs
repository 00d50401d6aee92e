using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Methods;

/// <summary>
/// Different members of the scored pool in the order they were first drawn, all of them measured.
/// </summary>
internal sealed class GrowingPool
{
    private readonly SearchTask _task;
    private readonly bool[] _drawn;
    private readonly List<int> _members = [];

    public GrowingPool(SearchTask task)
    {
        _task = task;
        _drawn = new bool[task.Pool.Count];
    }

    public IReadOnlyList<int> Members => _members;

    /// <summary>
    /// Draws with replacement and measures what is new; what cannot be paid for does not join.
    /// </summary>
    public void Grow(int draws, SequentialRandom random)
    {
        var fresh = new List<int>();
        for (var i = 0; i < draws; i++)
        {
            var drawn = random.Below(_drawn.Length);
            if (!_drawn[drawn])
            {
                _drawn[drawn] = true;
                fresh.Add(_task.Pool[drawn]);
            }
        }

        _members.AddRange(_task.Scores.Measure(fresh));
    }
}
