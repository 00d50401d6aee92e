using System.Globalization;

namespace ZcBench.Statistics.Catalogue;

/// <summary>
/// Rank correlation of what size does not explain: of scores and accuracies, given parameters and
/// convolutions.
/// </summary>
public sealed class PartialRho : ISizedStatistic
{
    // Sums of squares that are left by rounding, as a share of what there was.
    private const double Rounding = 1e-10;

    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "partial_rho",
            Title = "ρ given size",
            Definition =
                "Pearson's correlation of the residuals of rank(s) and rank(a) after least squares on 1, "
                + "rank(log params) and rank(number of convolutions), average ranks; "
                + "the logarithm does not change a rank",
            Bounds = Bounds.Correlation,
            EdgeCases =
                "a covariate that does not vary, or follows from the other, is left out; "
                + "so is the number of convolutions where the space does not tell; "
                + "undefined for fewer than three architectures, "
                + "when no degree of freedom is left (n less 2 and the number of covariates used), "
                + "or when size explains all ranks of a side",
            Source =
                "Kendall, Partial rank correlation, Biometrika 32, 1942; on ranks by least squares: "
                + "Conover and Iman, The American Statistician 35, 1981",
        };

    /// <inheritdoc/>
    public Estimate Compute(SizedSample sample)
    {
        if (sample.Sample.Count < 3)
        {
            return Estimate.Undefined("there are fewer than three architectures");
        }

        var basis = new List<double[]>();
        Add(sample.Parameters.Select(count => (double)count));
        if (sample.Convolutions is { } convolutions)
        {
            Add(convolutions.Select(count => (double)count));
        }

        // With none left the residuals lie on one line, and their correlation is 1 or -1 whatever the scores
        // are.
        var freedom = sample.Sample.Count - 2 - basis.Count;
        if (freedom < 1)
        {
            return Estimate.Undefined(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"no degree of freedom is left: {sample.Sample.Count} architectures, "
                        + $"{basis.Count} {(basis.Count == 1 ? "covariate" : "covariates")}"
                )
            );
        }

        var (scores, truth) = (Residual(sample.Sample.ScoreRanks), Residual(sample.Sample.TruthRanks));
        return scores is null ? Estimate.Undefined("size explains the order of the scores")
            : truth is null ? Estimate.Undefined("size explains the order of the accuracies")
            : Estimate.Of(Math.Clamp(Dot(scores, truth), -1, 1));

        void Add(IEnumerable<double> covariate)
        {
            if (Residual(Ranks.Of(covariate.ToArray())) is { } direction)
            {
                basis.Add(direction);
            }
        }

        // Centred ranks, made orthogonal to the basis and of unit length; null when nothing is left.
        double[]? Residual(Ranks ranks)
        {
            var rest = new double[ranks.Count];
            for (var i = 0; i < rest.Length; i++)
            {
                rest[i] = ranks.Centred(ranks.Groups[i]);
            }

            var before = Dot(rest, rest);
            foreach (var direction in basis)
            {
                var along = Dot(rest, direction);
                for (var i = 0; i < rest.Length; i++)
                {
                    rest[i] -= along * direction[i];
                }
            }

            var length = Dot(rest, rest);
            return length <= Rounding * before
                ? null
                : Array.ConvertAll(rest, value => value / Math.Sqrt(length));
        }
    }

    private static double Dot(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
