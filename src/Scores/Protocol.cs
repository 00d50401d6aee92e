namespace ZcBench.Scores;

/// <summary>
/// The circumstances that determine a score beside the architecture and the proxy: two scores with equal
/// protocols are the same measurement.
/// </summary>
/// <param name="Seed">Seed of weights and input.</param>
/// <param name="Dataset">Task the network was built for, for example "cifar10": image size and classes.</param>
/// <param name="Input">"noise", or "images:" and a digest of the files.</param>
/// <param name="Batch">Images in the minibatch.</param>
/// <param name="Init">"published" (each proxy's own) or the one initialisation forced on all.</param>
/// <param name="DType">"float32" or "float64".</param>
/// <param name="Device">"cpu" or "cuda".</param>
public sealed record Protocol(
    long Seed, string Dataset, string Input, int Batch, string Init, string DType, string Device);
