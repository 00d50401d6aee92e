using ZcBench.Benchmarks;
using ZcBench.Scores;
using ZcBench.Training.States;

namespace ZcBench.Runs;

/// <summary>How networks are trained, and on what.</summary>
/// <param name="Recipe">How.</param>
/// <param name="Images">On what.</param>
/// <param name="Folder">Where a training that is stopped is kept; null for nowhere.</param>
public sealed record TrainingSetup(TrainingRecipe Recipe, TrainingImages Images, string? Folder = null)
{
    /// <summary>How often a training is written to its folder.</summary>
    public TimeSpan KeptEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The set-up of a recipe with its images at hand.</summary>
    /// <exception cref="UserError">The images do not fit the task, or are too few.</exception>
    internal static TrainingSetup Of(TrainingRecipe recipe, InputSource source, ImageTask task, long seed) =>
        new(
            recipe,
            new(
                source.Labelled(task, recipe.ImageCount + recipe.HeldBack, recipe.Classes, seed),
                recipe,
                seed
            )
        );
}
