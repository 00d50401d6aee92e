namespace ZcBench.Learned.Results;

/// <summary>How well accuracies were predicted, over all repeats of one size and split.</summary>
/// <param name="Features">What was shown.</param>
/// <param name="Learner">What learned from it; null where nothing did.</param>
/// <param name="Size">Accuracies learned from.</param>
/// <param name="Split">What kept the two sides apart.</param>
/// <param name="Asked">Mean number of architectures that were predicted.</param>
/// <param name="Rho">Spearman's ρ of predictions and accuracies.</param>
/// <param name="Tau">Kendall's τ-b of the same.</param>
public sealed record LearnedRow(
    string Features,
    string? Learner,
    int Size,
    SplitKind Split,
    double Asked,
    Spread Rho,
    Spread Tau
);
