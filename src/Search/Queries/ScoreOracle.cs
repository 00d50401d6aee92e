using ZcBench.Scores;
using ZcBench.Scores.Aggregates;

namespace ZcBench.Search.Queries;

/// <summary>Answers one search from <see cref="CandidateScores"/>, for a price.</summary>
internal sealed class ScoreOracle : IScoreOracle
{
    private readonly CandidateScores _scores;
    private readonly Ledger _ledger;
    private readonly IReadOnlyDictionary<string, ScoreSeries> _series;
    private readonly ScoreSeries[][] _passes;
    private readonly bool[] _paid;
    private readonly CancellationToken _stop;

    /// <summary>An oracle for a method that works with some proxies, until it is stopped.</summary>
    public ScoreOracle(
        CandidateScores scores,
        IEnumerable<string> proxies,
        Ledger ledger,
        CancellationToken stop
    )
    {
        _stop = stop;
        _scores = scores;
        _ledger = ledger;
        _series = proxies
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(id => id, id => scores[id], StringComparer.Ordinal);
        _passes =
        [
            .. _series
                .Values.GroupBy(series => series.Passes, StringComparer.Ordinal)
                .Select(group => group.ToArray()),
        ];
        _paid = new bool[scores.Candidates];
    }

    /// <inheritdoc/>
    public IReadOnlyList<int> Measure(IEnumerable<int> architectures)
    {
        int[] asked = [.. architectures];
        _scores.Require(_series.Values, asked, _stop);
        var bought = new List<int>(asked.Length);
        foreach (var architecture in asked)
        {
            if (!_paid[architecture])
            {
                // Measured while they shared passes, each proxy holds the time of all it needs: the longest
                // is that of the group.
                var seconds = 0.0;
                foreach (var group in _passes)
                {
                    var longest = 0.0;
                    foreach (var series in group)
                    {
                        longest = Math.Max(longest, series.Seconds(architecture));
                    }

                    seconds += longest;
                }

                if (!_ledger.Score(seconds))
                {
                    break;
                }

                _paid[architecture] = true;
            }

            bought.Add(architecture);
        }

        return bought;
    }

    /// <inheritdoc/>
    public double Raw(string proxy, int architecture) =>
        _paid[architecture]
            ? _series[proxy].Value(architecture)
            : throw new InvalidOperationException(
                $"the score of candidate {architecture} was read before it was paid for"
            );

    /// <inheritdoc/>
    public double[] Oriented(string proxy, IReadOnlyList<int> architectures)
    {
        if (AggregateCatalogue.Find(proxy) is not { } aggregate)
        {
            return Column(proxy).Oriented();
        }

        var members = aggregate
            .MembersIn(_scores.Space)
            .ToDictionary(id => id, Column, StringComparer.Ordinal);
        return aggregate.Over(_scores.Space, members).Oriented();

        ScoreColumn Column(string id) =>
            new(
                _series[id].Proxy,
                [
                    .. architectures.Select(architecture =>
                        Raw(id, architecture) is var value && double.IsNaN(value)
                            ? Score.Undefined("undefined in the store")
                            : Score.Of(value)
                    ),
                ],
                MillisecondsPerArchitecture: 0
            );
    }
}
