using System.Numerics;
using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Tests.Kernels;

public sealed class SignCodesTests : TorchTest
{
    private const int Rows = 5;

    // Around a word, around a 512-bit vector, around a block of 64 words, and several blocks with a rest.
    public static TheoryData<int> Sizes { get; } =
    [1, 63, 64, 65, 511, 512, 513, 1000, 4095, 4096, 4097, 16384, 16384 + 3];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Single_precision_gives_a_bit_for_each_number_above_zero(int units)
    {
        var values = CodeValues.WithSpecials<float>(Rows * units);
        var codes = new SignCodes();
        codes.Pack(values, Rows);
        AssertBits(values, codes);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Double_precision_gives_a_bit_for_each_number_above_zero(int units)
    {
        var values = CodeValues.WithSpecials<double>(Rows * units);
        var codes = new SignCodes();
        codes.Pack(values, Rows);
        AssertBits(values, codes);
    }

    // Maps above 2 GB come so.
    [Theory]
    [MemberData(nameof(Sizes))]
    public void Rows_packed_one_by_one_are_those_packed_at_once(int units)
    {
        var values = CodeValues.WithSpecials<float>(Rows * units);
        var codes = new SignCodes();
        using var rows = torch.tensor(values, [Rows, units]);
        ZcBench.Proxies.Probe.Observations.Rows.PackOneByOne(rows, codes);
        AssertBits(values, codes);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Distances_equal_a_count_bit_by_bit(int units)
    {
        var values = CodeValues.WithSpecials<float>(Rows * units);
        var codes = new SignCodes();
        codes.Pack(values, Rows);
        for (var a = 0; a < Rows; a++)
        {
            for (var b = 0; b < Rows; b++)
            {
                Assert.Equal(CountBitByBit(values, units, a, b), codes.Distance(a, b));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Opposite_codes_differ_in_every_unit(int units)
    {
        var codes = new SignCodes();
        codes.Pack([.. Enumerable.Repeat(1f, units), .. Enumerable.Repeat(-1f, units)], 2);
        Assert.Equal(units, codes.Distance(0, 1));
    }

    [Fact]
    public void Packing_again_leaves_nothing_of_longer_codes()
    {
        var codes = new SignCodes();
        codes.Pack(Enumerable.Repeat(1f, 10_000).ToArray(), 2);
        var values = CodeValues.WithSpecials<double>(Rows * 70);
        codes.Pack(values, Rows);
        AssertBits(values, codes);
    }

    [Fact]
    public void Rows_of_unequal_length_are_refused() =>
        Assert.Throws<ArgumentException>(() => new SignCodes().Pack(new float[10], 3));

    /// <summary>
    /// The vectors are no wider than the child process of <see cref="InstructionSetTests"/> allows.
    /// </summary>
    [Fact]
    public void Vectors_are_as_wide_as_asked_for() =>
        Assert.InRange(InstructionSetTests.UsedBits, 0, InstructionSetTests.AllowedBits);

    private static void AssertBits<T>(T[] values, SignCodes codes)
        where T : INumber<T>
    {
        var units = values.Length / Rows;
        Assert.Equal((Rows, units, (units + 63) / 64), (codes.Rows, codes.Units, codes.WordsPerRow));
        for (var row = 0; row < Rows; row++)
        {
            var expected = new ulong[codes.WordsPerRow];
            for (var unit = 0; unit < units; unit++)
            {
                if (values[row * units + unit] > T.Zero)
                {
                    expected[unit / 64] |= 1UL << (unit % 64);
                }
            }

            Assert.Equal(expected, codes.Row(row).ToArray());
        }
    }

    private static long CountBitByBit(float[] values, int units, int a, int b)
    {
        var count = 0L;
        for (var unit = 0; unit < units; unit++)
        {
            count += values[a * units + unit] > 0 != values[b * units + unit] > 0 ? 1 : 0;
        }

        return count;
    }
}
