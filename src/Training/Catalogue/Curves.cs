using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Training.Catalogue;

/// <summary>Scores of learning curves.</summary>
internal static class Curves
{
    /// <summary>What a curve with at least one step says.</summary>
    public static Score Score(LearningCurve curve, Func<LearningCurve, double> value) =>
        curve.Losses.Count == 0
            ? Scores.Score.Undefined("no step of training")
            : Scores.Score.Of(value(curve));
}
