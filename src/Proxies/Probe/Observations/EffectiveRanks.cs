using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>The effective ranks of what the layers of one network yield.</summary>
/// <param name="Values">
/// One for each module of <see cref="LayerModules"/>, in its order; null where there are none.
/// </param>
/// <param name="Reason">Why there are none.</param>
public sealed record EffectiveRanks(IReadOnlyList<double>? Values, string Reason = "")
{
    /// <summary>Effective ranks in the shared forward pass.</summary>
    public static Need<EffectiveRanks> Need { get; } =
        new(
            "effective_ranks",
            "effective ranks of as many pixels as there are channels, read during the forward pass",
            watch: session => new RankWindows(session.Schedule, session.Settings.Seed)
        )
        {
            Selects = StepSelection.Everything,
            Passes = 0.2,
            Keeps = 0.3,
        };

    /// <summary>Why a network shows none; null where it shows some.</summary>
    internal static string? Refusal(Blueprint network) =>
        !network.ReachesLogits(0) ? Unreached.Reason
        : LayerModules.Of(network).Count == 0 ? "the network has no layers"
        : null;
}
