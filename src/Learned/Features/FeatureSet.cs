namespace ZcBench.Learned.Features;

/// <summary>What a regressor is shown of each architecture.</summary>
/// <param name="Id">Short name.</param>
/// <param name="Names">One for each feature.</param>
/// <param name="Rows">For each architecture its features, in that order.</param>
public sealed record FeatureSet(string Id, IReadOnlyList<string> Names, IReadOnlyList<double[]> Rows)
{
    /// <summary>The features of both.</summary>
    public static FeatureSet Joined(FeatureSet first, FeatureSet second) =>
        new(
            $"{first.Id}+{second.Id}",
            [.. first.Names, .. second.Names],
            [.. first.Rows.Zip(second.Rows, (a, b) => (double[])[.. a, .. b])]
        );
}
