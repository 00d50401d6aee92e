namespace ZcBench.Proxies.Catalogue;

/// <summary>Words that the proxies of activation codes share.</summary>
internal static class ActivationCodes
{
    public const string None = "the network has no ReLU";

    public const string EqualCodes = "two samples share one activation code";
}
