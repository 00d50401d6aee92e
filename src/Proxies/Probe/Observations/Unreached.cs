namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Networks whose logits do not depend on the images.</summary>
internal static class Unreached
{
    /// <summary>Why what such a network shows is no score.</summary>
    public const string Reason = "no path leads from the images to the logits";
}
