using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Networks;
using ZcBench.Scores;
using ZcBench.Training.States;

namespace ZcBench.Training.Tests;

/// <summary>
/// A network that is small enough to be differentiated number by number: convolution, batch norm, ReLU, mean,
/// classifier.
/// </summary>
internal static class TinyTraining
{
    public const int Batch = 4;
    public const int Count = 12;

    public static ImageTask Task { get; } = new("tiny", 2, new(2, 4, 4));

    public static TrainingRecipe Recipe { get; } =
        new("images:tiny", Count, 6, Epochs: 2, Batch: Batch, IsAugmented: false);

    public static Blueprint Network(int kernel = 3)
    {
        var map = new Shape(3, 4, 4);
        return new(
            Task,
            [
                new(0, new Input(), [], Task.Image, false),
                new(1, new Convolution($"conv{kernel}", 2, 3, kernel, 1, kernel / 2), [0], map, false),
                new(2, new BatchNorm("conv.bn", 3), [1], map, false),
                new(3, new Relu(1, 1), [2], map, false),
                new(4, new GlobalAveragePool(), [3], new(3, 1, 1), false),
                new(5, new Classifier("classifier", 3, 2), [4], new(2, 1, 1), false),
            ],
            [new("cell", 3, 1..4)]
        );
    }

    public static LabelledImages Images { get; } = LabelledImages.Of(Drawn());

    public static Trainer Trainer(TrainingRecipe? recipe = null)
    {
        var used = recipe ?? Recipe;
        return new(used, new(Images, used, 0), 0, Placement.Cpu64);
    }

    private static Minibatch Drawn()
    {
        var random = new CounterRandom(0, "tiny");
        var count = Count + Recipe.HeldBack;
        var pixels = Enumerable.Range(0, count * 32).Select(i => (float)random.Normal(i)).ToArray();
        return new(pixels, [.. Enumerable.Range(0, count).Select(i => (long)(i % 2))], Task);
    }
}
