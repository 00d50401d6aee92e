using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>The first atom of WOT: the logarithm of the number of activation units, log N_A.</summary>
internal sealed class DasUnits : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "das_units",
            Title = "number of activation units (first atom of WOT)",
            Formula = "log N_A, N_A = number of ReLU inputs of one sample, counted as wot counts them",
            Paper = Papers.Das,
            Reference = "own derivation; log|K| = N log N_A + log|K̂| is checked as a property",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            BatchNorm = "none",
            Layers = "inputs of all ReLUs, as often as wot reads them",
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "no pass",
            Notes =
                "A function of the structure and the image size alone: seven values on NAS-Bench-201, "
                + "where n convolution edges give N_A = 77,824 + 286,720 n at 32x32 (the inputs "
                + "of the published ReLUConvBN count twice, see wot).",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        var units = evidence
            .Get(Structure.Need)
            .Steps.Sum(step =>
                step.Operation is Benchmarks.Blueprints.Relu relu ? step.Output.Elements * relu.Readings : 0
            );
        return units == 0 ? Scores.Score.Undefined(ActivationCodes.None) : Scores.Score.Of(Math.Log(units));
    }
}
