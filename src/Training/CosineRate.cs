namespace ZcBench.Training;

/// <summary>
/// A learning rate that falls by half a cosine over all epochs: low + (high − low)(1 + cos(πt/T))/2, the same
/// within an epoch.
/// </summary>
/// <param name="High">In epoch 0.</param>
/// <param name="Low">After the last epoch.</param>
/// <param name="Epochs">T.</param>
internal sealed record CosineRate(double High, double Low, int Epochs)
{
    /// <summary>The rate of an epoch, 0 to T − 1.</summary>
    public double Of(int epoch) => Low + (High - Low) * (1 + Math.Cos(Math.PI * epoch / Epochs)) / 2;
}
