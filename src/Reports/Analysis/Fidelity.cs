using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Runs;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Analysis;

/// <summary>
/// How well another accuracy of the same table predicts the target, such as that of fewer epochs: what a
/// proxy can be held against.
/// </summary>
/// <param name="Predictor">The other accuracy.</param>
/// <param name="Rho">Spearman's ρ.</param>
/// <param name="Tau">Kendall's τ-b.</param>
/// <param name="TopDecileRho">ρ in the best tenth by the target.</param>
public sealed record Fidelity(Target Predictor, Estimate Rho, Estimate Tau, Estimate TopDecileRho)
{
    /// <summary>All accuracies of the table but the target, on the architectures of a run.</summary>
    public static IReadOnlyList<Fidelity> Of(ScoredRun run)
    {
        var rows = run
            .Table.Architectures.Index()
            .ToDictionary(item => item.Item.Text, item => item.Index, StringComparer.Ordinal);
        var whole = run.Whole();
        return
        [
            .. run
                .Table.Targets.Where(target => target != run.Manifest.Target)
                .Select(target =>
                {
                    var accuracy = run.Table.Accuracies(target);
                    var sample = whole.RandomChoice.WithScores([
                        .. run.Architectures.Select(architecture => accuracy[rows[architecture.Text]]),
                    ]);
                    return new Fidelity(
                        target,
                        new Spearman().Compute(sample),
                        new KendallTauB().Compute(sample),
                        new TopDecileSpearman().Compute(sample)
                    );
                }),
        ];
    }
}
