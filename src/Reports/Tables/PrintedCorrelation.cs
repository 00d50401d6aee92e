namespace ZcBench.Reports.Tables;

/// <summary>
/// A rank correlation that someone printed. It stands in a column of its own and is never mixed with what was
/// measured.
/// </summary>
/// <param name="Proxy">Our id of what was scored.</param>
/// <param name="Space">Search space.</param>
/// <param name="Dataset">Dataset of the accuracies.</param>
/// <param name="Rho">Spearman's ρ, null where it was not printed.</param>
/// <param name="Tau">Kendall's τ, null where it was not printed.</param>
/// <param name="Source">Where it is printed.</param>
/// <param name="Conditions">On which architectures, against what, and what is unusual.</param>
internal sealed record PrintedCorrelation(
    string Proxy,
    string Space,
    string Dataset,
    double? Rho,
    double? Tau,
    string Source,
    string Conditions
)
{
    /// <summary>Id of the population that it is held against.</summary>
    public string Population { get; init; } = "all";
}
