namespace ZcBench.Reports.Populations;

/// <summary>Without the architectures that answer every image alike.</summary>
internal sealed class Connected : IPopulation
{
    /// <inheritdoc/>
    public string Id => "connected";

    /// <inheritdoc/>
    public string Title => "those whose output depends on the input";

    /// <inheritdoc/>
    public IReadOnlyList<int> Rows(IReadOnlyList<ExaminedArchitecture> architectures) =>
        [.. architectures.Index().Where(item => item.Item.Graph.IsConnected).Select(item => item.Index)];
}
