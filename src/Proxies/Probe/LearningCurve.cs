namespace ZcBench.Proxies.Probe;

/// <summary>What a training saw, an entry a step, before that step changed the weights.</summary>
/// <param name="Losses">Mean cross-entropy of the step's minibatch.</param>
/// <param name="Accuracies">Share of its images that were classified rightly.</param>
/// <param name="StepsPerEpoch">Steps in which every image is seen once.</param>
public sealed record LearningCurve(
    IReadOnlyList<double> Losses,
    IReadOnlyList<double> Accuracies,
    int StepsPerEpoch
)
{
    /// <summary>The steps since the last epoch began; all of the epoch at its end.</summary>
    public int InEpoch => Losses.Count == 0 ? 0 : (Losses.Count - 1) % StepsPerEpoch + 1;
}
