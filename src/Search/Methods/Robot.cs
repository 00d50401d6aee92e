using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Scores.Aggregates;
using ZcBench.Search.Optimisation;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Methods;

/// <summary>
/// RoBoT: Bayesian optimisation of the weights of a sum of metrics, each round training the architecture that
/// the sum ranks first; then the ranking of the best weights is followed with what is left of the budget.
/// </summary>
public sealed class Robot : ISearchMethod
{
    private const char Separator = '+';

    // A round that meets a trained architecture is free, so rounds are counted too, and are no more than the
    // Gaussian process keeps.
    private const int MostRounds = BayesianOptimiser.MostKept;

    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "robot",
            Title = "RoBoT, weighted sum of metrics",
            Rule =
                "Maximises Σ wᵢ Mᵢ, each metric scaled to 0 to 1 over the drawn set, w in [−1, "
                + "1] by Bayesian optimisation (upper confidence bound) of validation accuracy, "
                + "as many rounds as queries; what is left follows the ranking of the best weights.",
            Paper = new(
                "He, Shu, Dai and Low",
                "Robustifying and Boosting Training-Free Neural Architecture Search",
                "ICLR 2024",
                "https://github.com/hzf1174/RoBoT"
            ),
            Argument = "metrics, joined by +",
            Arguments = ["grad_norm+snip+grasp+fisher+synflow+jacob_cov"],
            Draw = "how many are scored",
        };

    /// <inheritdoc/>
    public IReadOnlyList<string> Scores(MethodCall call) =>
        call.Argument.Split(
            Separator,
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    /// <inheritdoc/>
    public void Check(MethodCall call)
    {
        if (
            Scores(call) is var metrics
            && (metrics.Count == 0 || metrics.Distinct(StringComparer.Ordinal).Count() < metrics.Count)
        )
        {
            throw new UserError(
                $"search '{call}' names no metric, or one twice; give different ones joined by {Separator}"
            );
        }

        if (metrics.FirstOrDefault(id => AggregateCatalogue.Find(id) is not null) is { } aggregate)
        {
            throw new UserError(
                $"search '{call}': {aggregate} is an aggregate over a scored set, "
                    + $"and {call.Method} weighs proxies; name proxies joined by {Separator}"
            );
        }
    }

    /// <inheritdoc/>
    public int? Search(SearchTask task, MethodCall call, SequentialRandom random)
    {
        var measured = task.Scores.Measure(task.DrawFromPool(call.Draw, random));
        var metrics = Scores(call)
            .Select(id => Scaled([.. measured.Select(i => task.Scores.Raw(id, i))]))
            .ToArray();
        var sums = new double[measured.Count];
        var optimiser = new BayesianOptimiser(metrics.Length, new UpperConfidenceBound(), random);
        var (bestPlace, bestAccuracy) = ((double[]?)null, double.NegativeInfinity);
        var rounds = measured.Count == 0 ? 0 : Math.Min(task.Validation.QueriesLeft, MostRounds);
        for (var round = 0; round < rounds; round++)
        {
            var place = optimiser.Suggest();
            Sum(metrics, place, sums);
            if (task.Validation.Ask(measured[First(sums)]) is not { } accuracy)
            {
                return null;
            }

            optimiser.Observe(place, accuracy);
            (bestPlace, bestAccuracy) =
                accuracy >= bestAccuracy ? (place, accuracy) : (bestPlace, bestAccuracy);
        }

        if (bestPlace is not null && task.Validation.QueriesLeft > 0)
        {
            Sum(metrics, bestPlace, sums);
            foreach (var (architecture, _) in measured.Zip(sums).OrderByDescending(item => item.Second))
            {
                if (task.Validation.Ask(architecture) is null)
                {
                    break;
                }
            }
        }

        return null;
    }

    // (M − min) / (max − min); an undefined one adds nothing, as if it were the least.
    private static double[] Scaled(double[] values)
    {
        var defined = values.Where(double.IsFinite).ToList();
        var (least, range) = defined.Count == 0 ? (0, 0) : (defined.Min(), defined.Max() - defined.Min());
        return [.. values.Select(value => double.IsFinite(value) && range > 0 ? (value - least) / range : 0)];
    }

    private static void Sum(double[][] metrics, double[] place, double[] sums)
    {
        Array.Clear(sums);
        for (var i = 0; i < metrics.Length; i++)
        {
            var weight = 2 * place[i] - 1;
            for (var j = 0; j < sums.Length; j++)
            {
                sums[j] += weight * metrics[i][j];
            }
        }
    }

    private static int First(double[] sums)
    {
        var best = 0;
        for (var i = 1; i < sums.Length; i++)
        {
            best = sums[i] > sums[best] ? i : best;
        }

        return best;
    }
}
