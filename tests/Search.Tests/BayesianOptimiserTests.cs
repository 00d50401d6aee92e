using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Optimisation;

namespace ZcBench.Search.Tests;

public sealed class BayesianOptimiserTests
{
    private const int Seeds = 100;
    private const int Queries = 20;
    private const double Near = 0.05;
    private static readonly double[] Top = [0.7, 0.3];

    [Fact]
    public void It_finds_the_top_of_a_smooth_function_in_20_queries_in_95_of_100_seeds() =>
        Assert.InRange(
            Enumerable.Range(0, Seeds).AsParallel().Count(seed => Closest(seed, isRandom: false) < Near),
            95,
            Seeds
        );

    [Fact]
    public void Random_search_does_not() =>
        Assert.InRange(Enumerable.Range(0, Seeds).Count(seed => Closest(seed, isRandom: true) < Near), 0, 40);

    [Fact]
    public void It_stays_at_the_top_beyond_the_observations_it_keeps()
    {
        var optimiser = new BayesianOptimiser(
            2,
            new ExpectedImprovement(),
            new(new CounterRandom(1, "long"))
        );
        var places = new List<double[]>();
        for (var i = 0; i < BayesianOptimiser.MostKept + 20; i++)
        {
            places.Add(optimiser.Suggest());
            optimiser.Observe(places[^1], Height(places[^1]));
        }

        Assert.InRange(places.Min(place => Matern52.Distance(place, Top)), 0, Near / 5);
    }

    [Fact]
    public void Equal_values_give_a_random_place_and_no_fault()
    {
        var optimiser = new BayesianOptimiser(
            2,
            new ExpectedImprovement(),
            new(new CounterRandom(1, "flat"))
        );
        for (var i = 0; i < 5; i++)
        {
            optimiser.Observe(optimiser.Suggest(), 3);
        }

        Assert.All(optimiser.Suggest(), coordinate => Assert.InRange(coordinate, 0, 1));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(63.37)]
    [InlineData(94.3733333333333)]
    public void Equal_values_give_the_same_places_whatever_the_value(double value)
    {
        static List<double[]> Places(double value)
        {
            var optimiser = new BayesianOptimiser(
                2,
                new UpperConfidenceBound(),
                new(new CounterRandom(1, "flat"))
            );
            return
            [
                .. Enumerable
                    .Range(0, 12)
                    .Select(_ =>
                    {
                        var place = optimiser.Suggest();
                        optimiser.Observe(place, value);
                        return place;
                    }),
            ];
        }

        Assert.Equal(Places(1), Places(value));
    }

    // A hill at the top and a lower one at (0.2, 0.8).
    private static double Height(double[] place) =>
        Hill(place, Top[0], Top[1], 1) + Hill(place, 0.2, 0.8, 0.5);

    private static double Hill(double[] place, double x, double y, double height) =>
        height * Math.Exp(-8 * ((place[0] - x) * (place[0] - x) + (place[1] - y) * (place[1] - y)));

    // Distance of the best place from the top.
    private static double Closest(int seed, bool isRandom)
    {
        var random = new SequentialRandom(new CounterRandom(seed, "test"));
        var optimiser = new BayesianOptimiser(2, new ExpectedImprovement(), random);
        var best = (Place: new double[2], Value: double.NegativeInfinity);
        for (var query = 0; query < Queries; query++)
        {
            double[] place =
                isRandom || query < 3 ? [random.Uniform(), random.Uniform()] : optimiser.Suggest();
            optimiser.Observe(place, Height(place));
            best = Height(place) > best.Value ? (place, Height(place)) : best;
        }

        return Matern52.Distance(best.Place, Top);
    }
}
