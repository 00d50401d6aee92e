namespace ZcBench.Statistics.Catalogue;

/// <summary>
/// Vigna's weighted τ with additive hyperbolic weights: an exchange of two architectures weighs more the
/// nearer they are to the top. Agrees with SciPy's <c>weightedtau</c> under its default settings.
/// </summary>
/// <remarks>
/// Importance follows the ranking by score in one half of the average and by accuracy in the other; ties of
/// the first key are ordered by the second. O(n log n).
/// </remarks>
public sealed class WeightedTau : IStatistic
{
    /// <inheritdoc/>
    public StatisticInfo Info { get; } =
        new()
        {
            Id = "weighted_tau",
            Title = "weighted τ",
            Definition =
                "τ_w = ½ Σ_ρ ⟨s, a⟩ / √(⟨s, s⟩⟨a, a⟩) with ⟨x, y⟩ = Σ_{i<j} sgn(xᵢ − xⱼ) sgn(yᵢ − yⱼ) "
                + "(1/(ρᵢ + 1) + 1/(ρⱼ + 1)), ρ the rank from the top, 0 for the best, once by (score, "
                + "accuracy) and once by (accuracy, score)",
            Bounds = Bounds.Correlation,
            EdgeCases =
                "tied pairs count as in τ-b; "
                + "undefined for fewer than two architectures or when all scores or all accuracies are equal",
            Source = "Vigna, A weighted correlation index for rankings with ties, WWW 2015",
        };

    /// <inheritdoc/>
    public Estimate Compute(Sample sample)
    {
        var (scores, truth) = (sample.ScoreRanks, sample.TruthRanks);
        var reason = UndefinedReason.OfConstant(scores.Distinct - 1, truth.Distinct - 1);
        return sample.Count < 2 ? Estimate.Undefined(UndefinedReason.TooFew)
            : reason is not null ? Estimate.Undefined(reason)
            : Estimate.Of(Math.Clamp((ByImportance(scores, truth) + ByImportance(truth, scores)) / 2, -1, 1));
    }

    private static double ByImportance(Ranks important, Ranks other)
    {
        var order = CountingSort.Order(important, other);
        var weights = new double[order.Length];
        var keys = new int[order.Length];
        var (all, tied, tiedInOther, tiedInBoth) = (0.0, new Ties(), new double[other.Distinct], new Ties());
        for (var i = 0; i < order.Length; i++)
        {
            var item = order[i];
            weights[i] = 1.0 / (order.Length - i);
            keys[i] = other.Groups[item];
            all += weights[i] * (order.Length - 1);
            tied.Add(important.Groups[item], 0, weights[i]);
            tiedInBoth.Add(important.Groups[item], keys[i], weights[i]);
            tiedInOther[keys[i]] += weights[i];
        }

        var otherTies = 0.0;
        for (var group = 0; group < other.Distinct; group++)
        {
            otherTies += tiedInOther[group] * (other.Size(group) - 1);
        }

        var discordant = Inversions.Weigh(keys, weights, other.Distinct);
        var difference = all - tied.Sum - otherTies + tiedInBoth.Sum - 2 * discordant;
        return difference / Math.Sqrt((all - tied.Sum) * (all - otherTies));
    }

    /// <summary>Sums the weights of tied pairs over runs of equal keys.</summary>
    private struct Ties
    {
        private (int, int) _key;
        private int _run;
        private double _weight;

        public double Sum { get; private set; }

        public void Add(int first, int second, double weight)
        {
            var same = _run > 0 && _key == (first, second);
            (_run, _weight) = same ? (_run, _weight) : (0, 0);
            Sum += _weight + _run * weight;
            _key = (first, second);
            _weight += weight;
            _run++;
        }
    }
}
