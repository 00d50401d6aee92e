using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>The score that VKDNW's entropies share.</summary>
internal static class FisherEntropy
{
    /// <summary>The entropy of the deciles, plus a count.</summary>
    public static Score Of(FisherSpectrum spectrum, int plus = 0) =>
        spectrum.Values is not { } values ? Score.Undefined(spectrum.Reason)
        : DecileEntropy.Of(values) is { } entropy ? Score.Of(plus + entropy)
        : Score.Undefined(DecileEntropy.Noise);
}
