using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Proxies.Catalogue;

/// <summary>The entropy that AZ-NAS's expressivity and progressivity share.</summary>
internal static class StageEntropy
{
    public const string Few = "the network has fewer than two stages";

    public const string Constant = "the features of a stage are constant";

    /// <summary>−Σ p log(p + 10⁻⁸) of each stage; null when a stage has no variance.</summary>
    public static IReadOnlyList<double>? Of(StageSpectra spectra) =>
        spectra.Eigenvalues.Any(values => values.Sum() <= 0)
            ? null
            :
            [
                .. spectra.Eigenvalues.Select(values =>
                {
                    var total = values.Sum();
                    return -values.Sum(value => value / total * Math.Log(value / total + 1e-8));
                }),
            ];
}
