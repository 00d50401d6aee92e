namespace ZcBench.Proxies.Probe.Observations;

/// <summary>One block of <see cref="StageAlignment"/>.</summary>
/// <param name="LargestSingularValue">Of g_inᵀ g_out / (N · H · W); 0 when no gradient passes.</param>
/// <param name="IsIdentity">Whether g_in equals g_out exactly, as through a lone skip connection.</param>
public sealed record BlockAlignment(double LargestSingularValue, bool IsIdentity);
