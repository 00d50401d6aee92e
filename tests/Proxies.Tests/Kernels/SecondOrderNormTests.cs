using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Tests.Kernels;

public sealed class SecondOrderNormTests
{
    private const double Epsilon = 1e-5;

    // Channels of whole vectors, with a rest, and fewer than a vector; rows of one block and of several.
    [Theory]
    [InlineData(200, 16)]
    [InlineData(5000, 19)]
    [InlineData(30, 3)]
    public void Parts_are_the_derivatives_of_batch_norm(int rows, int channels)
    {
        var random = new CounterRandom(0, "tests/norm");
        var x = Enumerable.Range(0, 4 * rows * channels).Select(i => random.Normal(i)).ToArray();
        var y = new double[x.Length];
        new SecondOrderNorm(rows, channels, Epsilon, threads: 2).Apply<double>(x, y);

        // Central differences of y(x + s x_s + t x_t + s t x_st).
        const double Step = 1e-3;
        var part = rows * channels;
        var (pp, pm, mp, mm) = (At(Step, Step), At(Step, -Step), At(-Step, Step), At(-Step, -Step));
        var (sp, sm, tp, tm, zero) = (At(Step, 0), At(-Step, 0), At(0, Step), At(0, -Step), At(0, 0));
        for (var i = 0; i < part; i++)
        {
            Assert.Equal(zero[i], y[i], 1e-12);
            Assert.Equal((sp[i] - sm[i]) / (2 * Step), y[part + i], 2e-5);
            Assert.Equal((tp[i] - tm[i]) / (2 * Step), y[2 * part + i], 2e-5);
            Assert.Equal((pp[i] - pm[i] - mp[i] + mm[i]) / (4 * Step * Step), y[3 * part + i], 2e-4);
        }

        double[] At(double s, double t) =>
            Norm(
                [
                    .. Enumerable
                        .Range(0, part)
                        .Select(i => x[i] + s * x[part + i] + t * x[2 * part + i] + s * t * x[3 * part + i]),
                ],
                rows,
                channels
            );
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        var random = new CounterRandom(0, "tests/norm");
        float[] x = [.. Enumerable.Range(0, 4 * 9000 * 16).Select(i => (float)random.Normal(i))];
        var (one, three) = (new float[x.Length], new float[x.Length]);
        new SecondOrderNorm(9000, 16, Epsilon, threads: 1).Apply<float>(x, one);
        new SecondOrderNorm(9000, 16, Epsilon, threads: 3).Apply<float>(x, three);
        Assert.Equal(one, three);
    }

    private static double[] Norm(double[] x, int rows, int channels)
    {
        var y = new double[x.Length];
        for (var c = 0; c < channels; c++)
        {
            var column = Enumerable.Range(0, rows).Select(row => x[row * channels + c]).ToList();
            var mean = column.Average();
            var scale = 1 / Math.Sqrt(column.Average(value => (value - mean) * (value - mean)) + Epsilon);
            for (var row = 0; row < rows; row++)
            {
                y[row * channels + c] = (column[row] - mean) * scale;
            }
        }

        return y;
    }
}
