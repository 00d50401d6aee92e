namespace ZcBench.Scores;

/// <summary>
/// The scores of one proxy or aggregate, one for each architecture of a run, in the run's order.
/// </summary>
/// <param name="Proxy">What it is.</param>
/// <param name="Scores">Its scores.</param>
/// <param name="MillisecondsPerArchitecture">
/// Median wall-clock time of the passes it needed and its own arithmetic; for an aggregate the sum over its
/// members; null where nobody says.
/// </param>
public sealed record ScoreColumn(
    ProxyInfo Proxy,
    IReadOnlyList<Score> Scores,
    double? MillisecondsPerArchitecture
)
{
    /// <summary>How the times spread; null where they were not measured here, one by one.</summary>
    public Timing? Timing { get; init; }

    /// <summary>
    /// What each architecture took, in the order of the scores; null where it was not measured here, one by
    /// one.
    /// </summary>
    public IReadOnlyList<double>? Milliseconds { get; init; }

    /// <summary>Where the scores come from; null for those measured here.</summary>
    public ScoreOrigin? Origin { get; init; }

    /// <summary>
    /// Whether it only counts parts of the graph: no network was run and no weight drawn. Every other column
    /// is measured against the best of these.
    /// </summary>
    public bool IsCounting { get; init; } = Counts(Proxy);

    /// <summary>Whether it was made from other columns, so that its scores depend on the set.</summary>
    public bool IsAggregate { get; init; }

    /// <summary>How many scores are undefined.</summary>
    public int Undefined => Scores.Count(score => !score.IsDefined);

    /// <summary>
    /// The scores turned so that higher is better; undefined ones are −∞, which ranks them worst, all tied.
    /// </summary>
    public double[] Oriented() =>
        [
            .. Scores.Select(score =>
                score switch
                {
                    { IsDefined: false } => double.NegativeInfinity,
                    _ when Proxy.Direction == Direction.LowerIsBetter => -score.Value,
                    _ => score.Value,
                }
            ),
        ];

    /// <summary>The scores of some architectures.</summary>
    public ScoreColumn Select(IReadOnlyList<int> rows) =>
        this with
        {
            Scores = [.. rows.Select(row => Scores[row])],
            Milliseconds = Milliseconds is { } all ? [.. rows.Select(row => all[row])] : null,
        };

    /// <summary>Whether a proxy only counts parts of the graph.</summary>
    public static bool Counts(ProxyInfo proxy) => proxy is { Input: InputKind.None, Init: InitKind.None };
}
