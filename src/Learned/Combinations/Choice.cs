namespace ZcBench.Learned.Combinations;

/// <summary>What was chosen on one task, or on all tasks of several spaces.</summary>
/// <param name="On">Space and dataset, or "all but" the space that was left out.</param>
/// <param name="Count">Number of architectures that it was chosen on.</param>
/// <param name="Steps">
/// The chosen proxies after each step, with the τ-b of their rank sum there: the mean over the spaces of the
/// mean over their tasks.
/// </param>
/// <param name="LeftOut">
/// The only space that it was not chosen on, which judges it; null where it was chosen on one task.
/// </param>
public sealed record Choice(
    string On,
    int Count,
    IReadOnlyList<(IReadOnlyList<string> Members, double Tau)> Steps,
    string? LeftOut = null
)
{
    /// <summary>All that were chosen, in the order of choice.</summary>
    public IReadOnlyList<string> Members => Steps[^1].Members;
}
