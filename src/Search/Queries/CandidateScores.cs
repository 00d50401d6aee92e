using ZcBench.Benchmarks;

namespace ZcBench.Search.Queries;

/// <summary>
/// All scores that the searches of one command work with. Several searches may ask at once; what is missing
/// is measured once.
/// </summary>
internal sealed class CandidateScores
{
    private readonly IReadOnlyList<Architecture> _candidates;
    private readonly IScoreSource _source;
    private readonly Dictionary<string, ScoreSeries> _series = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Everything that the source holds of some proxies.</summary>
    public CandidateScores(
        IReadOnlyList<Architecture> candidates,
        IScoreSource source,
        IEnumerable<string> proxies
    )
    {
        _candidates = candidates;
        _source = source;
        foreach (var id in proxies.Distinct(StringComparer.Ordinal))
        {
            _series[id] = new(source.Proxy(id), source.Passes(id), candidates.Count);
            Fill(_series[id], Enumerable.Range(0, candidates.Count));
        }
    }

    public string Space => _candidates[0].Space;

    public int Candidates => _candidates.Count;

    public ScoreSeries this[string id] => _series[id];

    /// <summary>How many of some candidates lack a score of some proxy.</summary>
    public int Missing(IReadOnlyList<int> candidates) =>
        candidates.Count(i => !_series.Values.All(series => series.IsKnown(i)));

    /// <summary>Sees to it that some scores are known.</summary>
    /// <exception cref="UserError">They are not stored, and the source cannot measure.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Require(
        IEnumerable<ScoreSeries> series,
        IReadOnlyList<int> architectures,
        CancellationToken stop
    )
    {
        List<ScoreSeries> asked = [.. series];
        if (architectures.All(i => asked.TrueForAll(item => item.IsKnown(i))))
        {
            return;
        }

        lock (_gate)
        {
            int[] missing =
            [
                .. architectures.Where(i => !asked.TrueForAll(item => item.IsKnown(i))).Distinct(),
            ];
            if (missing.Length == 0)
            {
                return;
            }

            _source.Measure(
                [.. missing.Select(i => _candidates[i])],
                [.. asked.Select(item => item.Proxy.Id)],
                stop
            );
            asked.ForEach(item => Fill(item, missing));
            if (missing.Any(i => !asked.TrueForAll(item => item.IsKnown(i))))
            {
                throw new InvalidOperationException(
                    "the source of scores did not measure what it was asked for"
                );
            }
        }
    }

    private void Fill(ScoreSeries series, IEnumerable<int> candidates)
    {
        var stored = _source.Stored(series.Proxy.Id);
        foreach (var i in candidates.Where(i => !series.IsKnown(i)))
        {
            if (stored.TryGetValue(_candidates[i].Text, out var score))
            {
                series.Set(i, score);
            }
        }
    }
}
