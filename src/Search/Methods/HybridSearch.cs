using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Optimisation;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Methods;

/// <summary>
/// Bayesian optimisation of (√ν, log₁₀ μ): each query trains the architecture of a growing pool that
/// minimises the hybrid objective there and was not trained before.
/// </summary>
internal static class HybridSearch
{
    /// <summary>The condition number, from the same kernel as ntk_trace.</summary>
    public const string Condition = "ntk_trace_cond";

    // log₁₀ μ lies in [−4, 0]; the first queries have −2, the middle, and √ν spread over its whole range.
    private const double LeastLogMu = -4;
    private const double Middle = 0.5;
    private const int MostFirst = 10;

    /// <summary>Refuses what is none of the metrics.</summary>
    public static void Check(MethodCall call) =>
        Names.Find(
            Hnas.Metrics.ToDictionary(id => id),
            call.Argument,
            "metric",
            $"{call.Method} takes {string.Join(", ", Hnas.Metrics)}"
        );

    /// <summary>Searches until the budget is spent.</summary>
    /// <param name="task">What is searched.</param>
    /// <param name="call">Metric, and how many are drawn before each query.</param>
    /// <param name="random">Draws.</param>
    /// <param name="root">√ν from the sorted |M| of the first pool and a number in [0, 1].</param>
    public static void Run(
        SearchTask task,
        MethodCall call,
        SequentialRandom random,
        Func<double[], double, double> root
    )
    {
        var pool = new GrowingPool(task);
        var optimiser = new BayesianOptimiser(dimensions: 2, new ExpectedImprovement(), random);
        var first = Math.Min(MostFirst, Math.Max(1, task.Validation.QueriesLeft / 4));
        double[]? sizes = null;
        for (var query = 0; task.Validation.QueriesLeft > 0; query++)
        {
            pool.Grow(call.Draw ?? task.Pool.Count, random);
            sizes ??=
            [
                .. pool
                    .Members.Select(member => Math.Abs(task.Scores.Raw(call.Argument, member)))
                    .Where(double.IsFinite)
                    .Order(),
            ];
            double[] place =
                query < first ? [(double)query / Math.Max(1, first - 1), Middle] : optimiser.Suggest();
            var target = root(sizes, place[0]);
            var best = Best(
                task,
                call.Argument,
                pool,
                Math.Pow(10, LeastLogMu * (1 - place[1])),
                target * target
            );
            if (best is not { } architecture || task.Validation.Ask(architecture) is not { } accuracy)
            {
                break;
            }

            optimiser.Observe(place, accuracy);
        }
    }

    private static int? Best(SearchTask task, string metric, GrowingPool pool, double mu, double nu)
    {
        var (best, lowest) = ((int?)null, double.NaN);
        foreach (var member in pool.Members)
        {
            var value = HybridObjective.Of(
                task.Scores.Raw(Condition, member),
                task.Scores.Raw(metric, member),
                mu,
                nu
            );
            if (!(value >= lowest) && !task.Validation.IsKnown(member))
            {
                (best, lowest) = (member, value);
            }
        }

        return best;
    }
}
