namespace ZcBench.Imports;

/// <summary>How far an import is.</summary>
/// <param name="Done">Bytes read.</param>
/// <param name="Total">Bytes of all files.</param>
/// <param name="Rows">Architectures so far.</param>
/// <param name="Elapsed">Time since the beginning.</param>
public sealed record ImportProgress(long Done, long Total, int Rows, TimeSpan Elapsed)
{
    /// <summary>Bytes a second.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>Time left at this rate; null while there is none.</summary>
    public TimeSpan? Remaining => Rate > 0 ? TimeSpan.FromSeconds((Total - Done) / Rate) : null;
}
