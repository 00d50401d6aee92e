using ZcBench.Reports.Runs;
using ZcBench.Scores.Aggregates;
using ZcBench.Statistics.Catalogue;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Reports.Analysis;

/// <summary>
/// Correlation of das_w = (1 − w) · log N_A + w · log|det K̂|/N with accuracy against the weight w.
/// </summary>
/// <param name="Points">By increasing weight.</param>
public sealed record DasSweep(IReadOnlyList<DasPoint> Points)
{
    /// <summary>
    /// The sweep over all architectures of a run; null where it lacks one of the two atoms.
    /// </summary>
    public static DasSweep? Of(ScoredRun run, Bootstrap bootstrap)
    {
        if (run.Column("das_units") is not { } units || run.Column("das_distinct") is not { } distinct)
        {
            return null;
        }

        var whole = run.Whole();
        var samples = DasWeighted
            .Weights.Select(weight => whole.Sample(DasWeighted.Column(units, distinct, weight)))
            .ToList();
        var rho = bootstrap.Run(new Spearman(), samples);
        return new([
            .. DasWeighted.Weights.Select(
                (weight, i) => new DasPoint(weight, rho[i].Interval(), new KendallTauB().Compute(samples[i]))
            ),
        ]);
    }
}
