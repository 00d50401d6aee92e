namespace ZcBench.Proxies.Probe.Observations;

/// <summary>What a training shows beside the network that it leaves.</summary>
public static class Learning
{
    /// <summary>Losses and accuracies of every step.</summary>
    public static Need<LearningCurve> Curve { get; } =
        new(
            "learning_curve",
            "losses and accuracies of the training steps",
            [],
            session => session.State.Curves
        )
        {
            IsOfTraining = true,
        };

    /// <summary>Loss and accuracy on images held back.</summary>
    public static Need<Validation> Validation { get; } =
        new("validation", "forward pass of the images held back", [], session => session.State.Validate())
        {
            IsOfTraining = true,
            Passes = 1,
        };
}
