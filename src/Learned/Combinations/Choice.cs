namespace ZcBench.Learned.Combinations;

/// <summary>What was chosen on one task.</summary>
/// <param name="On">Space and dataset.</param>
/// <param name="Count">Number of architectures that it was chosen on.</param>
/// <param name="Steps">The chosen proxies after each step, with the τ-b of their rank sum there.</param>
public sealed record Choice(
    string On,
    int Count,
    IReadOnlyList<(IReadOnlyList<string> Members, double Tau)> Steps
)
{
    /// <summary>All that were chosen, in the order of choice.</summary>
    public IReadOnlyList<string> Members => Steps[^1].Members;
}
