using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Tests.Kernels;

public sealed class AgreementKernelTests : TorchTest
{
    // Rounding of an LU decomposition of at most 128 rows, relative to logarithms of the order of N log N_A.
    private const double Tolerance = 1e-12;

    [Fact]
    public void Agreement_equals_the_float_product_exactly() =>
        Prop.ForAll(
                CodeValues.Any,
                drawn =>
                {
                    var kernel = drawn.Kernel;
                    var product = FloatProduct(drawn);
                    return AllPairs(drawn.Rows)
                        .All(pair =>
                            kernel.Units - kernel.Distance(pair.I, pair.J)
                            == product[pair.I * drawn.Rows + pair.J]
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Log_determinant_is_that_of_the_scale_free_kernel_plus_N_log_units() =>
        Prop.ForAll(
                CodeValues.Any,
                drawn =>
                {
                    var kernel = drawn.Kernel;
                    var scale = drawn.Rows * Math.Log(kernel.Units);
                    var difference = kernel.LogDeterminant() - (scale + kernel.LogDeterminantNormalised());
                    return Math.Abs(difference) <= Tolerance * scale;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(128)]
    public void Independent_codes_reach_the_ideal_log_determinant(int samples)
    {
        var ideal = (samples - 1) * Math.Log(0.5) + Math.Log((samples + 1) / 2.0);
        Assert.Equal(ideal, WalshCodes(samples).LogDeterminantNormalised(), 1e-10);
    }

    [Fact]
    public void The_ideal_of_64_samples_is_minus_40_19() =>
        Assert.Equal(-40.19, WalshCodes(64).LogDeterminantNormalised(), 0.005);

    [Fact]
    public void A_value_read_twice_counts_twice()
    {
        var drawn = CodeValues.Random(7, 300, seed: 1);
        var twice = new AgreementKernel(7);
        twice.Add(drawn.Codes, 2);
        Assert.Equal(600, twice.Units);
        Assert.All(
            AllPairs(7),
            pair => Assert.Equal(2 * drawn.Kernel.Distance(pair.I, pair.J), twice.Distance(pair.I, pair.J))
        );
    }

    [Fact]
    public void Distances_computed_elsewhere_give_the_same_kernel()
    {
        var drawn = CodeValues.Random(9, 300, seed: 2);
        var other = new AgreementKernel(9);
        other.Add([.. AllPairs(9).Select(pair => drawn.Kernel.Distance(pair.I, pair.J))], 300, 1);
        Assert.Equal(drawn.Kernel.LogDeterminant(), other.LogDeterminant());
    }

    [Fact]
    public void Equal_codes_are_noticed_and_a_single_different_unit_is_enough()
    {
        var values = Enumerable.Repeat(1f, 3 * 500).ToArray();
        values[0] = -1;
        Assert.True(new CodeValues(3, 500, values).Kernel.HasEqualCodes());
        values[^1] = 0;
        Assert.False(new CodeValues(3, 500, values).Kernel.HasEqualCodes());
        Assert.False(new CodeValues(1, 500, values[..500]).Kernel.HasEqualCodes());
    }

    [Fact]
    public void Codes_and_distances_of_other_samples_are_refused()
    {
        var kernel = new AgreementKernel(3);
        Assert.Throws<ArgumentException>(() => kernel.Add(CodeValues.Random(4, 10, seed: 3).Codes, 1));
        Assert.Throws<ArgumentException>(() => kernel.Add(new long[4], 10, 1));
    }

    private static IEnumerable<(int I, int J)> AllPairs(int samples) =>
        from i in Enumerable.Range(0, samples)
        from j in Enumerable.Range(0, samples)
        select (i, j);

    /// <summary>The rows of a Hadamard matrix: any two differ in half of the units.</summary>
    private static AgreementKernel WalshCodes(int samples)
    {
        const int Units = 128;
        return new CodeValues(
            samples,
            Units,
            [
                .. from row in Enumerable.Range(0, samples)
                from unit in Enumerable.Range(0, Units)
                select BitOperations.PopCount((uint)(row & unit)) % 2 == 0 ? 1f : -1f,
            ]
        ).Kernel;
    }

    /// <summary>x xᵀ + (1 − x)(1 − x)ᵀ in single precision, exact below 2²⁴ units.</summary>
    private static float[] FloatProduct(CodeValues drawn)
    {
        using var scope = torch.NewDisposeScope();
        var x = torch.tensor(drawn.Values).reshape(drawn.Rows, drawn.Units).gt(0).to(torch.float32);
        var rest = 1 - x;
        return (x.matmul(x.t()) + rest.matmul(rest.t())).data<float>().ToArray();
    }
}
