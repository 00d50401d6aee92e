using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Search.Optimisation;

/// <summary>
/// Looks for the largest value of an expensive function over the unit box: after each observation a Gaussian
/// process is fitted, and the next place is where the acquisition is largest. It bounds its own cost: the
/// process is conditioned on the 50 best observations and the latest others, 100 at most, and beyond 25 its
/// hyper-parameters are chosen anew only when the number of observations has grown by a fifth.
/// </summary>
internal sealed class BayesianOptimiser
{
    private const int Candidates = 256;
    private const int Climbs = 3;
    private const int AlwaysFitted = 25;
    private const double Growth = 1.2;
    private readonly int _dimensions;
    private readonly IAcquisition _acquisition;
    private readonly SequentialRandom _random;
    private readonly List<double[]> _places = [];
    private readonly List<double> _values = [];
    private Hyperparameters? _assumed;
    private int _fitted;

    /// <summary>Observations that a process is conditioned on, at most.</summary>
    public const int MostKept = 100;

    /// <summary>An optimiser that has seen nothing.</summary>
    public BayesianOptimiser(int dimensions, IAcquisition acquisition, SequentialRandom random)
    {
        _dimensions = dimensions;
        _acquisition = acquisition;
        _random = random;
    }

    /// <summary>Notes a value.</summary>
    public void Observe(double[] place, double value)
    {
        _places.Add([.. place]);
        _values.Add(value);
    }

    /// <summary>The place to look at next; a random one where fewer than two values differ.</summary>
    public double[] Suggest()
    {
        if (Standardised() is not { } values)
        {
            return Anywhere();
        }

        int[] kept = Kept();
        var process = Process([.. kept.Select(i => _places[i])], [.. kept.Select(i => values[i])]);
        var best = values.Max();
        return Enumerable
            .Range(0, Candidates)
            .Select(_ => Anywhere())
            .Append(_places[values.IndexOf(best)])
            .OrderByDescending(Promise)
            .Take(Climbs)
            .Select(start => CompassSearch.Climb(Promise, start, step: 0.05, least: 0.002))
            .MaxBy(end => end.Value)
            .Place;

        double Promise(double[] place)
        {
            var (mean, deviation) = process.Posterior(place);
            return _acquisition.Of(mean, deviation, best);
        }
    }

    // The best and the latest others, in the order observed.
    private int[] Kept()
    {
        if (_values.Count <= MostKept)
        {
            return [.. Enumerable.Range(0, _values.Count)];
        }

        var best = Enumerable
            .Range(0, _values.Count)
            .OrderByDescending(i => _values[i])
            .Take(MostKept / 2)
            .ToHashSet();
        return
        [
            .. Enumerable
                .Range(0, _values.Count)
                .Reverse()
                .Where(i => !best.Contains(i))
                .Take(MostKept - best.Count)
                .Concat(best)
                .Order(),
        ];
    }

    private GaussianProcess Process(double[][] places, double[] values)
    {
        if (
            _values.Count > AlwaysFitted
            && _values.Count < _fitted * Growth
            && GaussianProcess.Fit(places, values, _assumed!) is { } process
        )
        {
            return process;
        }

        _fitted = _values.Count;
        process = MarginalLikelihood.Best(places, values);
        _assumed = process.Assumed;
        return process;
    }

    private double[] Anywhere()
    {
        var place = new double[_dimensions];
        for (var i = 0; i < place.Length; i++)
        {
            place[i] = _random.Uniform();
        }

        return place;
    }

    // Mean 0 and variance 1, as the ranges of the hyper-parameters expect.
    private List<double>? Standardised()
    {
        // The mean of equal values may be off by a rounding, so a deviation above 0 does not say that they
        // differ.
        if (_values.Count < 2 || _values.Max() == _values.Min())
        {
            return null;
        }

        var mean = _values.Average();
        var deviation = Math.Sqrt(_values.Average(value => (value - mean) * (value - mean)));
        return [.. _values.Select(value => (value - mean) / deviation)];
    }
}
