using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>
/// How differently a network answers the minibatch when all its weights are one small and one large constant.
/// </summary>
internal sealed class Epsinas : IProxy
{
    private const int FewestPairs = 2;

    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "epsinas",
            Title = "outputs under two constant weights (epsinas)",
            Formula =
                "mean |y₁ − y₂| / mean (y₁ and y₂), y_c = (f_c − min f_c) / (max f_c − min f_c) over the "
                + "samples, f_c the output with all weights c, exact zeros left out",
            Paper = Papers.Epsinas,
            Reference = "egracheva/epsinas, with one class",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.None,
            NeedsDouble = true,
            BatchNorm = "batch statistics",
            Layers = "logits",
            LabelBudget = LabelBudget.TunedOnAccuracies,
            Version = 1,
            Cost = "two forward passes with sums in place of convolutions",
            Notes =
                "Every weight is c: convolutions, classifier, batch norm scales and what else "
                + "multiplies channels; biases and shifts are 0. c is 10⁻⁷ and 1, on NAS-Bench-101 10⁻⁴ "
                + "and 10, found by its authors with accuracies in view. They build networks of one "
                + "class; with more, logits that are equal but for rounding move the score by percents, "
                + "so one is read. The smallest y is always exactly 0 and left out; the numerator takes "
                + "the samples that are left in both, the denominator what is left in each. Undefined "
                + "with fewer than two such samples. In single precision the outputs of deep networks "
                + "without skips underflow, which presumably made the published coverage of 59 %; in "
                + "double precision they do not, and that is what is computed here.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [ConstantOutputs.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => Of(evidence.Get(ConstantOutputs.Need));

    /// <summary>The score of two rows of outputs.</summary>
    internal static Score Of(ConstantOutputs outputs)
    {
        if (outputs.Reason is { } reason)
        {
            return Scores.Score.Undefined(reason);
        }

        var (first, second) = (Normalised(outputs.First), Normalised(outputs.Second));
        double[] differences =
        [
            .. first
                .Zip(second)
                .Where(pair => pair is (not 0, not 0))
                .Select(pair => Math.Abs(pair.First - pair.Second)),
        ];
        return first.Concat(second).Any(double.IsNaN)
                ? Scores.Score.Undefined("under constant weights all samples give the same output")
            : differences.Length < FewestPairs
                ? Scores.Score.Undefined("fewer than two samples stand out under both constants")
            : Scores.Score.Of(differences.Average() / first.Concat(second).Where(y => y != 0).Average());
    }

    /// <summary>(f − min f) / (max f − min f); not numbers where all are equal.</summary>
    internal static double[] Normalised(IReadOnlyList<double> outputs)
    {
        var (low, high) = (outputs.Min(), outputs.Max());
        return [.. outputs.Select(output => (output - low) / (high - low))];
    }
}
