using MathNet.Numerics.LinearAlgebra;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// How far the activation codes of N samples agree. With N_A units and d_ij the number of units at which the
/// codes of samples i and j differ, K_ij = N_A − d_ij; that is Σ_r (c_r c_rᵀ + (1 − c_r)(1 − c_r)ᵀ) over the ReLUs r
/// with codes c_r in {0,1}. All entries are exact integers.
/// </summary>
public sealed class AgreementKernel
{
    private readonly long[,] _distances;

    /// <summary>A kernel of no units yet.</summary>
    public AgreementKernel(int samples) => _distances = new long[samples, samples];

    /// <summary>N.</summary>
    public int Samples => _distances.GetLength(0);

    /// <summary>N_A, the number of activation units seen.</summary>
    public long Units { get; private set; }

    /// <summary>d_ij, the Hamming distance between the codes of two samples.</summary>
    public long Distance(int i, int j) => _distances[i, j];

    /// <summary>Adds units on which all samples agree, such as those that only ever see zero.</summary>
    public void AddAgreeing(long units) => Units += units;

    /// <summary>Adds the codes of one value, counted <paramref name="times"/> times.</summary>
    public void Add(SignCodes codes, int times)
    {
        Units += (long)codes.Units * times;
        for (var i = 0; i < Samples; i++)
        {
            for (var j = i + 1; j < Samples; j++)
            {
                AddDistance(i, j, codes.Distance(i, j) * times);
            }
        }
    }

    /// <summary>Adds distances that were computed elsewhere, row-major [N, N].</summary>
    public void Add(ReadOnlySpan<long> distances, long units, int times)
    {
        Units += units * times;
        for (var i = 0; i < Samples; i++)
        {
            for (var j = i + 1; j < Samples; j++)
            {
                AddDistance(i, j, distances[i * Samples + j] * times);
            }
        }
    }

    /// <summary>Whether two samples have one and the same code, which makes K singular.</summary>
    public bool HasEqualCodes()
    {
        for (var i = 0; i < Samples; i++)
        {
            for (var j = i + 1; j < Samples; j++)
            {
                if (_distances[i, j] == 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>log |det K̂| of the scale-free kernel K̂ = K / N_A, by LU decomposition in double precision.</summary>
    public double LogDeterminantNormalised() =>
        LogDeterminant(Matrix<double>.Build.Dense(
            Samples, Samples, (i, j) => 1 - _distances[i, j] / (double)Units));

    /// <summary>log |det K|, by LU decomposition in double precision.</summary>
    public double LogDeterminant() =>
        LogDeterminant(Matrix<double>.Build.Dense(Samples, Samples, (i, j) => Units - _distances[i, j]));

    private static double LogDeterminant(Matrix<double> matrix) =>
        matrix.LU().U.Diagonal().Sum(pivot => Math.Log(Math.Abs(pivot)));

    private void AddDistance(int i, int j, long distance)
    {
        _distances[i, j] += distance;
        _distances[j, i] = _distances[i, j];
    }
}
