namespace ZcBench.Proxies.Probe.Observations;

/// <summary>One block of <see cref="StageAlignment"/>.</summary>
/// <param name="LargestSingularValue">Of g_inᵀ g_out / (N · H · W); 0 when no gradient passes.</param>
/// <param name="IsIdentity">Whether g_in equals g_out exactly, as through a lone skip connection.</param>
public sealed record BlockAlignment(double LargestSingularValue, bool IsIdentity)
{
    /// <summary>
    /// Whether the sides of its output do not divide those of its input, so that no pixel of one stands for
    /// whole pixels of the other; the singular value is then unknown.
    /// </summary>
    public bool IsUneven { get; init; }
}
