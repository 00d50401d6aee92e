using System.Globalization;

namespace ZcBench.Scores;

/// <summary>
/// How networks are trained before proxies look at them, and on what: SGD with Nesterov's momentum on the
/// mean cross-entropy, its rate falling by half a cosine over all epochs, from weights drawn as the tensor
/// library draws them. Every network sees the same minibatches in the same order.
/// </summary>
/// <param name="Images">The images: "images:" and a digest of their files.</param>
/// <param name="ImageCount">How many are trained on.</param>
/// <param name="HeldBack">How many others are kept for validation.</param>
/// <param name="Classes">The first so many classes only; null for all.</param>
/// <param name="Epochs">Length of the whole training, over which the rate falls to 0.</param>
/// <param name="Batch">Images in a minibatch; what is left over at the end of an epoch is dropped.</param>
/// <param name="Rate">Learning rate of the first epoch.</param>
/// <param name="Momentum">Of the gradient.</param>
/// <param name="WeightDecay">On every weight, scale, shift and bias.</param>
/// <param name="IsAugmented">Whether images are cropped from a margin of 4 pixels and mirrored.</param>
public sealed record TrainingRecipe(
    string Images,
    int ImageCount,
    int HeldBack,
    int? Classes = null,
    int Epochs = 12,
    int Batch = 64,
    double Rate = 0.1,
    double Momentum = 0.9,
    double WeightDecay = 5e-4,
    bool IsAugmented = true
)
{
    /// <summary>Steps in which every image is seen once.</summary>
    public int StepsPerEpoch() => ImageCount / Batch;

    /// <summary>Steps of the whole training.</summary>
    public int Steps() => Epochs * StepsPerEpoch();

    /// <summary>The whole of it in one line: where trained weights come from, as protocols name it.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"trained: SGD {Rate} (momentum {Momentum}, decay {WeightDecay}), cosine over {Epochs} epochs, "
                + $"batch {Batch}{(IsAugmented ? ", crops and mirroring" : "")}, "
                + $"{ImageCount} of {Images}{(Classes is { } classes ? $", first {classes} classes" : "")}, "
                + $"{HeldBack} held back"
        );
}
