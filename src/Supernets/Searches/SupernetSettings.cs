using System.Globalization;
using ZcBench.Benchmarks;

namespace ZcBench.Supernets.Searches;

/// <summary>How large a weight-sharing network is and how long it is trained.</summary>
internal sealed record SupernetSettings
{
    private const int FewestEpochs = 4;

    /// <summary>Channels of the first cells.</summary>
    public int Channels { get; init; } = 16;

    /// <summary>Cells of each stage.</summary>
    public int Cells { get; init; } = 5;

    /// <summary>Passes over the training half, a step being one minibatch.</summary>
    public int Epochs { get; init; } = 50;

    /// <summary>Images of a minibatch.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>Minibatches of each edge whose gradients are compared before a split.</summary>
    public int MatchingBatches { get; init; } = 10;

    /// <summary>Permutations of each Shapley estimate.</summary>
    public int Permutations { get; init; } = 10;

    /// <summary>Images of each permutation, at most.</summary>
    public int GameImages { get; init; } = 1024;

    /// <summary>Random paths that a search by random sharing validates.</summary>
    public int Paths { get; init; } = 200;

    /// <summary>Refuses sizes and lengths out of their range.</summary>
    /// <exception cref="UserError">A number is out of its range.</exception>
    public void Check()
    {
        Require("--channels", Channels, 1, 256);
        Require("--cells", Cells, 1, 20);
        Require("--epochs", Epochs, FewestEpochs, 10_000);
        Require("--batch", Batch, 2, 4096);
        Require("--matching-batches", MatchingBatches, 1, 1000);
        Require("--permutations", Permutations, 1, 10_000);
        Require("--game-images", GameImages, 2, 50_000);
        Require("--paths", Paths, 1, 10_000);
    }

    /// <summary>Refuses the value of an option out of its range.</summary>
    internal static void Require(string option, int value, int low, int high)
    {
        if (value < low || value > high)
        {
            throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{option} must be from {low} to {high:#,0} (got {value})"
                )
            );
        }
    }
}
