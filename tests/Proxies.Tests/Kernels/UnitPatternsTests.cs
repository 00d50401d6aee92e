using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Tests.Kernels;

public sealed class UnitPatternsTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(3, 64)]
    [InlineData(16, 1000)]
    [InlineData(64, 129)]
    [InlineData(65, 200)]
    [InlineData(128, 77)]
    public void Patterns_are_counted_as_columns_of_signs(int samples, int units)
    {
        var random = new CounterRandom(1, "patterns");
        var values = Enumerable
            .Range(0, samples * units)
            .Select(i => (float)(random.Uniform(i / 3 * 3) - 0.5))
            .ToArray();
        var codes = new SignCodes();
        codes.Pack(values, samples);
        using var patterns = new UnitPatterns();
        patterns.Add(codes);

        var expected = Enumerable
            .Range(0, units)
            .Select(unit =>
                string.Concat(
                    Enumerable
                        .Range(0, samples)
                        .Select(sample => values[sample * units + unit] > 0 ? '1' : '0')
                )
            )
            .Distinct()
            .Count();
        Assert.Equal(expected, patterns.Count);
    }

    [Fact]
    public void A_silent_unit_is_one_more_pattern()
    {
        using var patterns = new UnitPatterns();
        patterns.AddSilent();
        patterns.AddSilent();
        Assert.Equal(1, patterns.Count);
    }
}
