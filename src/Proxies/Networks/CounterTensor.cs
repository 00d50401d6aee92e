using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// Elements of a <see cref="CounterRandom"/> by tensor arithmetic on the device where they are needed, bit
/// for bit those of the host: SplitMix64 in 64-bit integers, whose products wrap around.
/// </summary>
internal static class CounterTensor
{
    private const long Golden = unchecked((long)0x9E3779B97F4A7C15);
    private const long FirstFactor = unchecked((long)0xBF58476D1CE4E5B9);
    private const long SecondFactor = unchecked((long)0x94D049BB133111EB);

    /// <summary>The first elements, uniform in [0, 1) on the grid of 2⁻⁵³, float64.</summary>
    public static Tensor Uniform(CounterRandom random, long count, torch.Device device)
    {
        using var scope = torch.NewDisposeScope();
        var z = torch.arange(
            Scalars.Of(1),
            Scalars.Of(count + 1),
            Scalars.Of(1),
            dtype: torch.int64,
            device: device
        );
        z.mul_(Scalars.Of(Golden)).add_(Scalars.Of(unchecked((long)random.Key)), Scalars.Of(1));
        Mix(z, 30);
        z.mul_(Scalars.Of(FirstFactor));
        Mix(z, 27);
        z.mul_(Scalars.Of(SecondFactor));
        Mix(z, 31);
        return Shifted(z, 11).to(torch.float64).mul(Scalars.Of(1.0 / (1L << 53))).MoveToOuterDisposeScope();
    }

    private static void Mix(Tensor z, int bits)
    {
        using var shifted = Shifted(z, bits);
        z.bitwise_xor_(shifted);
    }

    // A shift to the right that fills with zeros; the one of signed tensors fills with the sign.
    private static Tensor Shifted(Tensor z, int bits)
    {
        using var scope = torch.NewDisposeScope();
        var places = torch.tensor((long)bits, device: z.device);
        var mask = torch.tensor((1L << (64 - bits)) - 1, device: z.device);
        return z.bitwise_right_shift(places).bitwise_and(mask).MoveToOuterDisposeScope();
    }
}
