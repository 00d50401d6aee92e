namespace ZcBench.Imports.NasBench201;

/// <summary>What is kept of one training.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Epochs">Its epochs.</param>
/// <param name="Parameters">Trainable parameters.</param>
/// <param name="Flops">Multiply-accumulates of one image.</param>
/// <param name="Accuracies">
/// Accuracy in percent after the last epoch, by the name of the set of images.
/// </param>
/// <param name="Seconds">Seconds of training; null where the file does not say.</param>
internal sealed record Trial(
    long Seed,
    int Epochs,
    double Parameters,
    double Flops,
    IReadOnlyList<(string Set, double Percent)> Accuracies,
    double? Seconds
);
