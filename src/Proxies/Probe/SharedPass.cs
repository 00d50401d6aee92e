using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe;

/// <summary>What the needs of a shared forward pass ask of it together.</summary>
/// <param name="Selections">The steps to compute.</param>
/// <param name="Differentiates">Whether its graph is kept for gradients.</param>
/// <param name="DifferentiatesInput">Whether also for those with respect to the input.</param>
/// <param name="DifferentiatesOutputs">
/// Whether gradients of the loss are taken with respect to the layers' outputs too.
/// </param>
/// <param name="DifferentiatesNorms">
/// Whether gradients are taken with respect to scales and shifts of batch norm.
/// </param>
internal sealed record SharedPass(
    IReadOnlyList<StepSelection> Selections,
    bool Differentiates,
    bool DifferentiatesInput,
    bool DifferentiatesOutputs,
    bool DifferentiatesNorms
)
{
    /// <summary>The union of what needs ask for.</summary>
    public static SharedPass Of(IReadOnlyList<Need> needs) =>
        new(
            [.. needs.Select(need => need.Selects).OfType<StepSelection>().Distinct()],
            needs.Any(need => need.Differentiates),
            needs.Any(need => need.DifferentiatesInput),
            needs.Any(need => need.DifferentiatesOutputs),
            needs.Any(need => need.DifferentiatesNorms)
        );
}
