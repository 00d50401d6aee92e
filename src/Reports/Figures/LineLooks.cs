using ZcBench.Reports.Figures.Parts;

namespace ZcBench.Reports.Figures;

/// <summary>Looks of many lines in one panel: colours repeat after eight, then the dashes differ.</summary>
internal static class LineLooks
{
    private static readonly string[] Colours =
    [
        Theme.Blue,
        Theme.Vermillion,
        Theme.Green,
        Theme.Orange,
        Theme.Purple,
        Theme.Sky,
        Theme.Ink,
        Theme.Grey,
    ];

    private static readonly double[][] Dashes =
    [
        [],
        [6, 3],
        [2, 2],
    ];

    /// <summary>The look of the line of that number.</summary>
    public static LineLook Of(int i) =>
        new(Colours[i % Colours.Length], 2) { Dash = Dashes[i / Colours.Length % Dashes.Length] };
}
