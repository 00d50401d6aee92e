namespace ZcBench.Reports.Populations;

/// <summary>
/// One architecture for each function: the one of fewest parameters, among these the first by its text.
/// </summary>
internal sealed class Functions : IPopulation
{
    /// <inheritdoc/>
    public string Id => "functions";

    /// <inheritdoc/>
    public string Title => "one for each function of the input, the smallest";

    /// <inheritdoc/>
    public IReadOnlyList<int> Rows(IReadOnlyList<ExaminedArchitecture> architectures) =>
        [
            .. architectures
                .Index()
                .GroupBy(item => item.Item.Graph.Function, StringComparer.Ordinal)
                .Select(group =>
                    group
                        .OrderBy(item => item.Item.Parameters)
                        .ThenBy(item => item.Item.Text, StringComparer.Ordinal)
                        .First()
                        .Index
                )
                .Order(),
        ];
}
