namespace ZcBench.Scores.Aggregates;

/// <summary>
/// The additive family das_w: (1 − w) · log N_A + w · log|det K̂|/N. At w = ½ it ranks exactly like WOT,
/// whose log|K| / N is the plain sum; w = 0 and w = 1 are the atoms alone.
/// </summary>
internal static class DasWeighted
{
    /// <summary>The weights of the sweep, 0 to 1 in steps of 0.1.</summary>
    public static IReadOnlyList<double> Weights { get; } = [.. Enumerable.Range(0, 11).Select(i => i / 10.0)];

    /// <summary>The column of one weight; undefined where an atom is.</summary>
    public static ScoreColumn Column(ScoreColumn units, ScoreColumn distinct, double weight)
    {
        var info = new Das().Info with
        {
            Id = "das_w",
            Title = "weighted sum of WOT's two atoms",
            Formula = "(1 − w) · log N_A + w · log|det K̂|/N",
        };
        var scores = units.Scores.Zip(
            distinct.Scores,
            (u, d) =>
                (u, d) switch
                {
                    ({ IsDefined: true }, { IsDefined: true }) => Score.Of(
                        (1 - weight) * u.Value + weight * d.Value
                    ),
                    ({ IsDefined: false }, _) => u,
                    _ => d,
                }
        );
        return new(
            info,
            [.. scores],
            units.MillisecondsPerArchitecture + distinct.MillisecondsPerArchitecture
        );
    }
}
