namespace ZcBench.Proxies.Probe;

/// <summary>
/// What a network does on images that it was not trained on, by the running statistics of batch norm.
/// </summary>
/// <param name="Loss">Mean cross-entropy.</param>
/// <param name="Accuracy">Share of the images that are classified rightly.</param>
public sealed record Validation(double Loss, double Accuracy);
