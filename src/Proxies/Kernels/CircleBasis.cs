using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// Two orthonormal vectors that span a random plane, the left singular vectors of a Gaussian matrix of two
/// columns, the larger singular value first. The entry of largest size of each is positive: a singular value
/// decomposition leaves the signs open, and the first one decides what the network sees.
/// </summary>
/// <param name="First">u₁.</param>
/// <param name="Second">u₂.</param>
internal sealed record CircleBasis(double[] First, double[] Second)
{
    /// <summary>
    /// Of the matrix [length, 2], row-major, of the stream "seed/dextr/basis", its numbers rounded to single
    /// precision.
    /// </summary>
    public static CircleBasis Draw(long seed, int length)
    {
        var random = new CounterRandom(seed, "dextr/basis");
        var (one, other) = (new double[length], new double[length]);
        var (a, b, c) = (0.0, 0.0, 0.0);
        for (var i = 0; i < length; i++)
        {
            (one[i], other[i]) = ((float)random.Normal(2 * i), (float)random.Normal(2 * i + 1));
            a += one[i] * one[i];
            b += one[i] * other[i];
            c += other[i] * other[i];
        }

        // The eigenvectors of [a b; b c] are those of a rotation.
        var angle = Math.Atan2(2 * b, a - c) / 2;
        var (sin, cos) = Math.SinCos(angle);
        return new(Unit(one, other, cos, sin), Unit(one, other, -sin, cos));
    }

    private static double[] Unit(double[] one, double[] other, double x, double y)
    {
        double[] sum = [.. one.Zip(other, (p, q) => p * x + q * y)];
        var norm = Math.Sqrt(sum.Sum(value => value * value));
        var sign = Math.Sign(sum.MaxBy(Math.Abs));
        return [.. sum.Select(value => value * sign / norm)];
    }
}
