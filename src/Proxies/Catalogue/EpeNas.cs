using MathNet.Numerics.LinearAlgebra;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How strongly the input gradients of samples of one class correlate.
/// </summary>
internal sealed class EpeNas : IProxy
{
    private const int ManyClasses = 100;
    private const double Offset = 1e-5;

    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "epe_nas",
            Title = "correlation of input gradients within classes (EPE-NAS)",
            Formula = "Σ_c |s_c|, s_c = Σ log(|corr(J of class c)| + 10⁻⁵)",
            Paper = Papers.EpeNas,
            Reference = "automl/NASLib, epe_nas",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "the input image",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "one forward and one backward pass to the input (shared with jacob_cov)",
            Notes =
                "Above 100 classes the reference changes its formula: s_c over the number of its samples, "
                + "and the score is Σ_{c, c'} |s_c − s_c'| over the number of classes seen. "
                + "So CIFAR-100 and ImageNet16-120 are not scored alike. Undefined where jacob_cov is: "
                + "when the output ignores the input, and where the network ends in batch norm, "
                + "unless no two samples share a class: "
                + "then only the samples' correlations with themselves count, in every network alike.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [InputJacobian.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var jacobian = evidence.Get(InputJacobian.Need);
        var classes = evidence
            .Labels.Index()
            .GroupBy(item => item.Item, item => item.Index)
            .Select(group => group.ToList())
            .ToList();
        if (jacobian.Correlations is not { } correlations)
        {
            // Of samples that are alone in their class only the correlation with themselves counts, which is
            // 1 in noise, too.
            return jacobian.IsNoise && classes.TrueForAll(samples => samples.Count == 1)
                ? Scores.Score.Of(evidence.Classes <= ManyClasses ? classes.Count * Math.Log(1 + Offset) : 0)
                : Scores.Score.Undefined(jacobian.Reason);
        }

        if (evidence.Classes <= ManyClasses)
        {
            return Scores.Score.Of(classes.Sum(samples => Math.Abs(LogSum(correlations, samples))));
        }

        var means = classes.Select(samples => LogSum(correlations, samples) / samples.Count).ToList();
        return Scores.Score.Of(means.Sum(one => means.Sum(other => Math.Abs(one - other))) / means.Count);
    }

    private static double LogSum(Matrix<double> correlations, List<int> samples) =>
        samples.Sum(i => samples.Sum(j => Math.Log(Math.Abs(correlations[i, j]) + Offset)));
}
