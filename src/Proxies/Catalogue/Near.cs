using System.Globalization;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>NEAR: how many directions the outputs of the layers fill.</summary>
internal sealed class Near : IProxyFamily
{
    private const int MostRepetitions = 64;
    private readonly Need<RepeatedRanks>? _repeated;

    /// <summary>One look.</summary>
    public Near() => Needs = [EffectiveRanks.Need];

    // The mean over networks drawn so many times.
    private Near(int repetitions)
    {
        _repeated = RepeatedRanks.Of(repetitions);
        Needs = [_repeated];
        Info = Info with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"near_x{repetitions}"),
            Title = string.Create(
                CultureInfo.InvariantCulture,
                $"{Info.Title}, mean over {repetitions} draws of weights"
            ),
            Formula = string.Create(
                CultureInfo.InvariantCulture,
                $"mean over r < {repetitions} of near with weights and windows of seed + r"
            ),
            Cost = string.Create(CultureInfo.InvariantCulture, $"{repetitions} forward passes"),
        };
    }

    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "near",
            Title = "effective ranks of layer outputs (NEAR)",
            Formula =
                "Σ_layers exp(−Σ p ln p), p = σ / Σ σ of C neighbouring pixels of the output by C channels",
            Paper = Papers.Near,
            Reference = "ReiherGroup/NEAR, get_near_score, one repetition",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "outputs of convolutions, batch norms, activations and classifier",
            LabelBudget = LabelBudget.Images,
            Version = 1,
            Cost = "one forward pass and small singular value problems",
            Notes =
                "The paper speaks of values before and after activation; the code takes every module "
                + "that has a weight or is an activation, so that a ReLU-convolution-batch norm unit "
                + "counts three times and the score nearly counts layers. Pixels are taken in the order "
                + "of sample, column and row from a place that is drawn; near the end the matrix has "
                + "fewer rows than columns, and where one minibatch has fewer rows than a layer has "
                + "channels it is used alone. A layer of zeros counts 0. The places alone move the score "
                + "by half a percent: near_x8 is the mean over 8 draws of weights and places (2 to 64). "
                + "Undefined where no path leads to the logits; the reference counts what is left.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; }

    /// <inheritdoc/>
    public string Pattern => "near_xR with R from 2 to 64";

    /// <inheritdoc/>
    public IProxy? Variant(string name) =>
        name is ['x', .. var count]
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var repetitions)
        && repetitions is >= 2 and <= MostRepetitions
            ? new Near(repetitions)
            : null;

    /// <inheritdoc/>
    public Score Score(Evidence evidence)
    {
        if (_repeated is not null)
        {
            var repeated = evidence.Get(_repeated);
            return repeated.Sums is { } sums
                ? Scores.Score.Of(sums.Average())
                : Scores.Score.Undefined(repeated.Reason);
        }

        var ranks = evidence.Get(EffectiveRanks.Need);
        return ranks.Values is { } values
            ? Scores.Score.Of(values.Sum())
            : Scores.Score.Undefined(ranks.Reason);
    }
}
