using ZcBench.Benchmarks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>How networks are to be trained for the proxies that ask for it.</summary>
public sealed record TrainingRequest
{
    // Of the images of a folder, a tenth is held back unless asked otherwise, and no more than these.
    private const int MostHeldBack = 1000;

    /// <summary>A folder of images; null for that of the minibatch.</summary>
    public string? Images { get; init; }

    /// <summary>Images to train on; null for all that are not held back.</summary>
    public int? ImageCount { get; init; }

    /// <summary>Images held back for validation; null for a tenth of all, at most 1,000.</summary>
    public int? HeldBack { get; init; }

    /// <summary>The first so many classes only; null for all.</summary>
    public int? Classes { get; init; }

    /// <summary>Length of the whole training, over which the learning rate falls to 0.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>Images in a minibatch of training.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>Learning rate of the first epoch.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>Whether images are cropped and mirrored at random.</summary>
    public bool IsAugmented { get; init; } = true;

    /// <summary>Checks everything and reads the images; null where no proxy asks for training.</summary>
    /// <param name="network">What is trained.</param>
    /// <param name="task">What it is built for.</param>
    /// <param name="proxies">Those that are to be scored.</param>
    /// <exception cref="UserError">
    /// A number is out of range, images cannot be used, or a proxy asks for more steps than there are.
    /// </exception>
    public TrainingSetup? Open(NetworkRequest network, ImageTask task, IEnumerable<IProxy> proxies)
    {
        var asked = proxies.OfType<TrainedProxy>().ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        var source = InputSource.Open(Images ?? network.Images);
        var count = source.ImageCount(
            $"'{asked[0].Info.Id}' takes trained networks, and there are no images with labels to train on",
            Classes
        );
        var heldBack = Limits.Within(
            "--train-held-back",
            HeldBack ?? Math.Min(MostHeldBack, count / 10),
            1,
            count - 1
        );
        var trained = Limits.Within("--train-count", ImageCount ?? count - heldBack, 1, count - heldBack);
        var recipe = new TrainingRecipe(
            source.Name,
            trained,
            heldBack,
            Classes,
            Limits.Within("--train-epochs", Epochs, 1, 100_000),
            Limits.Within("--train-batch", Batch, Limits.MinBatch, Limits.MaxBatch),
            Rate is > 0 and <= 100
                ? Rate
                : throw new UserError($"--train-rate must be above 0 and at most 100 (got {Rate})"),
            IsAugmented: IsAugmented
        );
        if (recipe.StepsPerEpoch() == 0)
        {
            throw new UserError(
                $"{trained} images are fewer than a minibatch of {recipe.Batch}; "
                    + "lower --train-batch or raise --train-count"
            );
        }

        foreach (var proxy in asked)
        {
            RequireWithin(recipe, proxy.Info.Id, proxy.Budget);
        }

        return TrainingSetup.Of(recipe, source, task, network.Seed);
    }

    private static void RequireWithin(TrainingRecipe recipe, string id, TrainingBudget budget)
    {
        if ((long)budget.Count * (budget.IsEpochs ? recipe.StepsPerEpoch() : 1) > recipe.Steps())
        {
            throw new UserError(
                $"'{id}' is beyond the training, which has {recipe.Epochs} epochs "
                    + $"of {recipe.StepsPerEpoch()} steps; ask for less, or raise --train-epochs"
            );
        }
    }
}
