using System.Text.Json;
using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Benchmarks.Tests;

public sealed class CounterRandomTests
{
    private static readonly JsonElement Checks = JsonDocument
        .Parse(typeof(CounterRandomTests).Assembly.GetManifestResourceStream("state-checks.json")!)
        .RootElement;

    [Fact]
    public void Keys_equal_the_reference_hashes()
    {
        foreach (var item in Checks.GetProperty("fnv1a64").EnumerateObject())
        {
            Assert.Equal(item.Value.GetString(), CounterRandom.Hash(item.Name).ToString("x16"));
        }
    }

    [Fact]
    public void Uniform_elements_equal_the_reference_values()
    {
        var stream = new CounterRandom(0, "stem.conv");
        var expected = Checks
            .GetProperty("u01('0/stem.conv')[0:3]")
            .EnumerateArray()
            .Select(item =>
                double.Parse(item.GetString()!, System.Globalization.CultureInfo.InvariantCulture)
            );
        Assert.Equal(expected, Enumerable.Range(0, 3).Select(i => stream.Uniform(i)));
    }

    [Fact]
    public void Normal_elements_have_mean_zero_and_variance_one()
    {
        var stream = new CounterRandom(7, "normal");
        var values = Enumerable.Range(0, 100_000).Select(i => stream.Normal(i)).ToList();
        Assert.InRange(values.Average(), -0.02, 0.02);
        Assert.InRange(values.Average(x => x * x), 0.98, 1.02);
    }

    [Fact]
    public void A_sample_is_sorted_distinct_and_the_same_for_the_same_seed()
    {
        var drawn = Sampling.WithoutReplacement(1000, 100, new CounterRandom(3, "sample"));
        Assert.Equal(drawn.Distinct().Order(), drawn);
        Assert.Equal(drawn, Sampling.WithoutReplacement(1000, 100, new CounterRandom(3, "sample")));
        Assert.NotEqual(drawn, Sampling.WithoutReplacement(1000, 100, new CounterRandom(4, "sample")));
    }

    [Fact]
    public void Every_item_is_drawn_equally_often()
    {
        var hits = new int[10];
        for (var seed = 0; seed < 10_000; seed++)
        {
            foreach (var item in Sampling.WithoutReplacement(10, 3, new CounterRandom(seed, "sample")))
            {
                hits[item]++;
            }
        }

        // 3,000 expected each, standard deviation 46.
        Assert.All(hits, count => Assert.InRange(count, 2_770, 3_230));
    }
}
