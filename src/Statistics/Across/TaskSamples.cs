namespace ZcBench.Statistics.Across;

/// <summary>What methods say of the architectures of one task of a search space.</summary>
/// <param name="Set">
/// Which architectures: tasks of a space with the same number have the same ones in the same order.
/// </param>
/// <param name="Repetitions">
/// For each repetition with other seeds the sample of each method, in the order of the methods.
/// </param>
public sealed record TaskSamples(int Set, IReadOnlyList<IReadOnlyList<Sample>> Repetitions)
{
    /// <summary>Number of architectures.</summary>
    public int Architectures => Repetitions[0][0].Count;
}
