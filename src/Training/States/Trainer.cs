using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Scores;

namespace ZcBench.Training.States;

/// <summary>Trains networks by a recipe. Belongs to one thread.</summary>
internal sealed class Trainer : IDisposable
{
    private readonly WeightBank _bank;
    private readonly TrainingImages _images;

    /// <summary>A trainer on a device.</summary>
    /// <param name="recipe">How.</param>
    /// <param name="images">On what.</param>
    /// <param name="seed">Seed of the initial weights.</param>
    /// <param name="placement">Where, and how precisely.</param>
    public Trainer(TrainingRecipe recipe, TrainingImages images, long seed, Placement placement)
    {
        Recipe = recipe;
        Seed = seed;
        Placement = placement;
        _images = images.Shared();
        _bank = new(new(InitKind.Default, seed), placement);
    }

    /// <summary>How networks are trained.</summary>
    public TrainingRecipe Recipe { get; }

    internal long Seed { get; }

    internal Placement Placement { get; }

    internal LabelledImages HeldBack => _images.HeldBack;

    /// <summary>Networks at the beginning, which are trained at once.</summary>
    public Trajectory Begin(IReadOnlyList<Blueprint> members) => new(this, _bank, members);

    /// <inheritdoc/>
    public void Dispose() => _bank.Dispose();

    internal Minibatch BatchOf(int step) => _images.Of(step);
}
