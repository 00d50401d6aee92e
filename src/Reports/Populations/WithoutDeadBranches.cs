namespace ZcBench.Reports.Populations;

/// <summary>
/// Without the architectures in which an operation is fed nothing or feeds nothing: NAS-Bench-Suite-Zero's
/// set.
/// </summary>
internal sealed class WithoutDeadBranches : IPopulation
{
    /// <inheritdoc/>
    public string Id => "no_dead_branches";

    /// <inheritdoc/>
    public string Title => "those without dead branches";

    /// <inheritdoc/>
    public IReadOnlyList<int> Rows(IReadOnlyList<ExaminedArchitecture> architectures) =>
        [.. architectures.Index().Where(item => !item.Item.Graph.HasDeadBranch).Select(item => item.Index)];
}
