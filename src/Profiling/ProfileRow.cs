namespace ZcBench.Profiling;

/// <summary>What one case cost.</summary>
/// <param name="Case">What was timed.</param>
/// <param name="Milliseconds">Median wall-clock time of scoring one architecture.</param>
/// <param name="Spread">Standard deviation over the iterations, in milliseconds.</param>
/// <param name="MarginalMilliseconds">
/// What the proxy added to the shared plan: its own arithmetic and the passes that no other proxy needed,
/// mean over the iterations of the shared plan; null for the shared plan itself.
/// </param>
/// <param name="ManagedBytes">Bytes allocated on the managed heap.</param>
/// <param name="PeakBytes">
/// Peak of the tensors' memory on the CPU; null where it is not known, as on a GPU.
/// </param>
public sealed record ProfileRow(
    ProfileCase Case,
    double Milliseconds,
    double Spread,
    double? MarginalMilliseconds,
    long ManagedBytes,
    long? PeakBytes
);
