using ZcBench.Statistics;

namespace ZcBench.Reports.Analysis;

/// <summary>A proxy along the training of the networks that it looks at.</summary>
/// <param name="Proxy">Id without a length of training.</param>
/// <param name="Points">By increasing steps.</param>
/// <param name="Settled">
/// The first state whose ρ no later state exceeds by more than its paired interval allows: training longer is
/// not shown to help.
/// </param>
public sealed record TrainingCurve(string Proxy, IReadOnlyList<TrainingPoint> Points, TrainingPoint Settled)
{
    /// <summary>
    /// What ρ gained from the first state to another, a second of one architecture's training; undefined
    /// where that is the first.
    /// </summary>
    public Estimate GainPerSecond(TrainingPoint point) =>
        point.Gained?.Difference.Point.Value is not { } gained ? Estimate.Undefined("it is the first state")
        : point.Seconds <= Points[0].Seconds ? Estimate.Undefined("it costs no more than the first state")
        : Estimate.Of(gained / (point.Seconds - Points[0].Seconds));
}
