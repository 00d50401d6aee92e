using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>The arithmetic that zen and zen_uniform share.</summary>
internal static class ZenScore
{
    /// <summary>log of the change plus the logarithms of the scales that batch norm took out.</summary>
    public static Score Of(Perturbation perturbation) =>
        perturbation.LogScales is not { } scales
            ? Score.Undefined("the network has no batch norm, whose variances the score adds up")
        : perturbation.Change > 0 ? Score.Of(Math.Log(perturbation.Change) + scales)
        : Score.Undefined("the features do not depend on the input");
}
