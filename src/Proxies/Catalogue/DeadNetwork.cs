using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Catalogue;

/// <summary>Networks in which no path leads from the images to the logits.</summary>
internal static class DeadNetwork
{
    private const string Unreachable = "the logits do not depend on the images";

    /// <summary>Why there is nothing to score; null where a path leads to the logits.</summary>
    public static string? ReasonOf(Blueprint network) => network.ReachesLogits(0) ? null : Unreachable;
}
