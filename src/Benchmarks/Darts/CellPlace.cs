namespace ZcBench.Benchmarks.Darts;

/// <summary>A place for a cell in the skeleton.</summary>
/// <param name="Index">Number of the cell, from 0.</param>
/// <param name="IsReduction">Whether its edges from outside have stride 2.</param>
/// <param name="FollowsReduction">
/// Whether the last cell halved the resolution, so that the cell before it is factorised down first.
/// </param>
/// <param name="BeforeLast">Channels of the output of the cell before the last.</param>
/// <param name="Last">Channels of the output of the last cell.</param>
/// <param name="Channels">Channels of each node.</param>
internal sealed record CellPlace(
    int Index,
    bool IsReduction,
    bool FollowsReduction,
    int BeforeLast,
    int Last,
    int Channels
)
{
    /// <summary>How many times as many channels as a cell leave the stem.</summary>
    public const int StemFactor = 3;

    /// <summary>Channels that leave the cell.</summary>
    public int Output => Cell.Nodes * Channels;

    /// <summary>
    /// The places in order. Cells ⌊L/3⌋ and ⌊2L/3⌋ are reduction cells and double the channels.
    /// </summary>
    public static IEnumerable<CellPlace> All(NetworkSize size)
    {
        var (beforeLast, last, channels) = (
            StemFactor * size.Channels,
            StemFactor * size.Channels,
            size.Channels
        );
        var followsReduction = false;
        for (var index = 0; index < size.Cells; index++)
        {
            var isReduction = index == size.Cells / 3 || index == 2 * size.Cells / 3;
            channels *= isReduction ? 2 : 1;
            var place = new CellPlace(index, isReduction, followsReduction, beforeLast, last, channels);
            yield return place;
            (beforeLast, last, followsReduction) = (last, place.Output, isReduction);
        }
    }
}
