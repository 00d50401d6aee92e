using MathNet.Numerics.LinearAlgebra;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// How far the activation codes of N samples agree. With N_A units and d_ij the number of units at which the
/// codes of samples i and j differ, K_ij = N_A − d_ij; that is Σ_r (c_r c_rᵀ + (1 − c_r)(1 − c_r)ᵀ) over the
/// ReLUs r with codes c_r in {0,1}. All entries are exact integers.
/// </summary>
public sealed class AgreementKernel
{
    // d_ij of the pairs i < j: (0, 1), (0, 2), ..., (1, 2), ...
    private readonly long[] _distances;

    /// <summary>A kernel of no units yet.</summary>
    public AgreementKernel(int samples)
    {
        Samples = samples;
        _distances = new long[samples * (samples - 1) / 2];
    }

    /// <summary>N.</summary>
    public int Samples { get; }

    /// <summary>N_A, the number of activation units seen.</summary>
    public long Units { get; private set; }

    /// <summary>d_ij, the Hamming distance between the codes of two samples.</summary>
    public long Distance(int i, int j) =>
        i == j ? 0
        : i > j ? Distance(j, i)
        : _distances[i * (2 * Samples - i - 1) / 2 + (j - i - 1)];

    /// <summary>Adds units on which all samples agree, such as those that only ever see zero.</summary>
    public void AddAgreeing(long units) => Units += units;

    /// <summary>Adds the codes of one value, counted <paramref name="times"/> times.</summary>
    public void Add(SignCodes codes, int times)
    {
        if (codes.Rows != Samples)
        {
            throw new ArgumentException($"{codes.Rows} codes do not fit {Samples} samples", nameof(codes));
        }

        Units += (long)codes.Units * times;
        var pair = 0;
        for (var i = 0; i < Samples; i++)
        {
            for (var j = i + 1; j < Samples; j++)
            {
                _distances[pair++] += codes.Distance(i, j) * times;
            }
        }
    }

    /// <summary>Adds distances that were computed elsewhere, row-major [N, N].</summary>
    public void Add(ReadOnlySpan<long> distances, long units, int times)
    {
        if (distances.Length != Samples * Samples)
        {
            throw new ArgumentException(
                $"{distances.Length} distances do not fit {Samples} samples",
                nameof(distances)
            );
        }

        Units += units * times;
        var pair = 0;
        for (var i = 0; i < Samples; i++)
        {
            for (var j = i + 1; j < Samples; j++)
            {
                _distances[pair++] += distances[i * Samples + j] * times;
            }
        }
    }

    /// <summary>Whether two samples have one and the same code, which makes K singular.</summary>
    public bool HasEqualCodes() => _distances.Contains(0);

    /// <summary>
    /// log |det K̂| of the scale-free kernel K̂ = K / N_A, by LU decomposition in double precision.
    /// </summary>
    public double LogDeterminantNormalised() =>
        LogDeterminant(
            Matrix<double>.Build.Dense(Samples, Samples, (i, j) => 1 - Distance(i, j) / (double)Units)
        );

    /// <summary>log |det K|, by LU decomposition in double precision.</summary>
    public double LogDeterminant() =>
        LogDeterminant(Matrix<double>.Build.Dense(Samples, Samples, (i, j) => Units - Distance(i, j)));

    /// <summary>log |det| of a matrix, by LU decomposition; minus infinity where it is 0.</summary>
    internal static double LogDeterminant(Matrix<double> matrix) =>
        matrix.LU().U.Diagonal().Sum(pivot => Math.Log(Math.Abs(pivot)));
}
