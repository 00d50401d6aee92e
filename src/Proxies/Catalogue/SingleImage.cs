namespace ZcBench.Proxies.Catalogue;

/// <summary>Why a score that normalises one image alone is undefined.</summary>
internal static class SingleImage
{
    /// <summary>The reason.</summary>
    public const string Reason =
        "batch norm of one image sees a single value a channel, which has no deviation; use larger images";
}
