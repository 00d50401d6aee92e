using ZcBench.Scores;

namespace ZcBench.Reports.Files;

/// <summary>A row of a run's long table: one architecture's score by one proxy.</summary>
/// <param name="Architecture">Place of the architecture in the run.</param>
/// <param name="Proxy">The proxy's column of the run.</param>
internal readonly record struct LongRow(int Architecture, ScoreColumn Proxy)
{
    public Score Score => Proxy.Scores[Architecture];
}
