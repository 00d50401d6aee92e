using System.Globalization;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Networks;
using ZcBench.Scores;

namespace ZcBench.Training.States;

/// <summary>
/// The images of a recipe and the minibatch of each of its steps, one and the same for every network: an
/// epoch takes the images in an order of its own, what is left over is dropped.
/// </summary>
public sealed class TrainingImages
{
    private readonly LabelledImages _trained;
    private readonly TrainingRecipe _recipe;
    private readonly long _seed;
    private (int Epoch, int[] Numbers) _order = (-1, []);

    /// <summary>The first images are trained on, those after them are held back.</summary>
    /// <param name="images">As many as both together.</param>
    /// <param name="recipe">How many of each.</param>
    /// <param name="seed">Seed of the order and of crops.</param>
    public TrainingImages(LabelledImages images, TrainingRecipe recipe, long seed)
    {
        _trained = images.Part(..recipe.ImageCount);
        _recipe = recipe;
        _seed = seed;
        HeldBack = images.Part(recipe.ImageCount..(recipe.ImageCount + recipe.HeldBack));
    }

    private TrainingImages(TrainingImages shared)
    {
        (_trained, _recipe, _seed, HeldBack) = (
            shared._trained,
            shared._recipe,
            shared._seed,
            shared.HeldBack
        );
    }

    /// <summary>Images for validation.</summary>
    public LabelledImages HeldBack { get; }

    /// <summary>The same images for another thread.</summary>
    public TrainingImages Shared() => new(this);

    /// <summary>The minibatch of a step, counted from 0 over all epochs.</summary>
    public Minibatch Of(int step)
    {
        var (epoch, place) = Math.DivRem(step, _recipe.StepsPerEpoch());
        if (_order.Epoch != epoch)
        {
            _order = (epoch, Stream($"train/order{epoch}").Distinct(_trained.Count, _trained.Count));
        }

        return _trained.Take(
            _order.Numbers.AsSpan(place * _recipe.Batch, _recipe.Batch),
            _recipe.IsAugmented ? Stream($"train/crops{step}") : null
        );
    }

    private SequentialRandom Stream(FormattableString name) =>
        new(new(_seed, name.ToString(CultureInfo.InvariantCulture)));
}
