using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// Where batch norm leaves nothing to differentiate, so that what a pass returned would be rounding noise.
/// </summary>
internal static class NormRule
{
    private const string Constant =
        "the network ends in batch norm, so its logits, summed over all that is normalised together, "
        + "do not depend on the images; what would be printed is rounding noise";

    /// <summary>Why the gradient of a minibatch's summed logits is 0; null where it is not.</summary>
    public static string? OfSum(Blueprint network) => network.LogitsSumToConstant ? Constant : null;

    /// <summary>Why an image that is normalised alone cannot be looked at; null where it can.</summary>
    public static string? OfImage(Blueprint network) =>
        network.NormalisesSinglePixels
            ? "batch norm of one image sees a single value a channel, which has no deviation; "
                + "use larger images"
            : null;

    /// <summary>
    /// Why nothing flows back from the logits of an image that is normalised alone; null where something
    /// does.
    /// </summary>
    public static string? OfImageLogits(Blueprint network) => OfImage(network) ?? OfSum(network);
}
