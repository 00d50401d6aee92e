namespace ZcBench.Benchmarks;

/// <summary>Where a definition or a benchmark was published.</summary>
/// <param name="Authors">Short form, for example "Mellor et al.".</param>
/// <param name="Title">Title of the paper.</param>
/// <param name="Venue">Venue and year, for example "ICML 2021".</param>
/// <param name="Link">A stable address, for example an arXiv abstract.</param>
public sealed record Citation(string Authors, string Title, string Venue, string Link)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Authors}, {Title}, {Venue}, {Link}";
}
