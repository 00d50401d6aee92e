using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace ZcBench.Search.Optimisation;

/// <summary>
/// Regression by a Gaussian process with mean zero and a Matérn 5/2 covariance K, K_ij = k(xᵢ, xⱼ) + σₙ² δ_ij
/// (Rasmussen and Williams 2006, algorithm 2.1). Its Cholesky factor is Math.NET's.
/// </summary>
internal sealed class GaussianProcess
{
    private readonly IReadOnlyList<double[]> _points;
    private readonly Matrix<double> _factor;
    private readonly Vector<double> _weights;

    private GaussianProcess(
        IReadOnlyList<double[]> points,
        Vector<double> values,
        Hyperparameters assumed,
        Cholesky<double> cholesky
    )
    {
        _points = points;
        Assumed = assumed;
        _factor = cholesky.Factor;
        _weights = cholesky.Solve(values);
        LogMarginalLikelihood =
            -0.5
            * (values.DotProduct(_weights) + cholesky.DeterminantLn + points.Count * Math.Log(2 * Math.PI));
    }

    /// <summary>The covariance.</summary>
    public Hyperparameters Assumed { get; }

    /// <summary>log p(y | x) = −½ yᵀ K⁻¹ y − ½ log|K| − n/2 log 2π, in nats.</summary>
    public double LogMarginalLikelihood { get; }

    /// <summary>
    /// Conditions on observations; null where K is not positive definite in double precision.
    /// </summary>
    /// <param name="points">Places, all of one dimension.</param>
    /// <param name="values">Observed values.</param>
    /// <param name="assumed">The covariance.</param>
    public static GaussianProcess? Fit(
        IReadOnlyList<double[]> points,
        IReadOnlyList<double> values,
        Hyperparameters assumed
    )
    {
        var covariance = Matrix<double>.Build.Dense(
            points.Count,
            points.Count,
            (i, j) => Matern52.Of(points[i], points[j], assumed) + (i == j ? assumed.NoiseVariance : 0)
        );
        return Factor(covariance) is { } cholesky
            ? new(points, Vector<double>.Build.DenseOfEnumerable(values), assumed, cholesky)
            : null;
    }

    // Of a square matrix Math.NET refuses only what is not positive definite, and has no other way to say so.
    private static Cholesky<double>? Factor(Matrix<double> covariance)
    {
        try
        {
            return covariance.Cholesky();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Mean k*ᵀ K⁻¹ y and deviation √(k(x, x) − k*ᵀ K⁻¹ k*) of the function, without noise, at a place.
    /// </summary>
    public (double Mean, double Deviation) Posterior(double[] place)
    {
        Span<double> half = stackalloc double[_points.Count];
        var (mean, explained) = (0.0, 0.0);
        for (var i = 0; i < half.Length; i++)
        {
            var covariance = Matern52.Of(_points[i], place, Assumed);
            mean += covariance * _weights[i];
            for (var j = 0; j < i; j++)
            {
                covariance -= _factor[i, j] * half[j];
            }

            half[i] = covariance / _factor[i, i];
            explained += half[i] * half[i];
        }

        return (mean, Math.Sqrt(Math.Max(0, Assumed.SignalVariance - explained)));
    }
}
