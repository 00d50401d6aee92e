using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Tests.Kernels;

/// <summary>Rows of numbers whose signs are codes.</summary>
internal sealed record CodeValues(int Rows, int Units, float[] Values)
{
    /// <summary>
    /// Up to 20 random rows of 256 to 1,100 units: distinct with near certainty, so K is regular.
    /// </summary>
    public static Arbitrary<CodeValues> Any { get; } =
        (
            from rows in Gen.Choose(1, 20)
            from units in Gen.Choose(256, 1100)
            from seed in Gen.Choose(0, int.MaxValue - 1)
            select Random(rows, units, seed)
        ).ToArbitrary();

    public SignCodes Codes
    {
        get
        {
            var codes = new SignCodes();
            codes.Pack(Values, Rows);
            return codes;
        }
    }

    public AgreementKernel Kernel
    {
        get
        {
            var kernel = new AgreementKernel(Rows);
            kernel.Add(Codes, 1);
            return kernel;
        }
    }

    /// <summary>Normal numbers.</summary>
    public static CodeValues Random(int rows, int units, long seed)
    {
        var stream = new CounterRandom(seed, "codes");
        return new(rows, units, [.. Enumerable.Range(0, rows * units).Select(i => (float)stream.Normal(i))]);
    }

    /// <summary>
    /// Random numbers among which every third is a zero, NaN, an infinity or a denormal of either sign.
    /// </summary>
    public static T[] WithSpecials<T>(int count)
        where T : IFloatingPointIeee754<T>
    {
        T[] specials =
        [
            T.NaN,
            -T.NaN,
            T.Zero,
            T.NegativeZero,
            T.Epsilon,
            -T.Epsilon,
            T.PositiveInfinity,
            T.NegativeInfinity,
        ];
        var stream = new CounterRandom(count, "specials");
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    stream.Below(2 * i, 3) == 0
                        ? specials[(int)stream.Below(2 * i + 1, specials.Length)]
                        : T.CreateChecked(stream.Normal(i))
                ),
        ];
    }
}
