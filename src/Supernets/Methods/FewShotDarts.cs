using ZcBench.Search.Methods;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Methods;

/// <summary>DARTS on four sub-supernets that gradient matching splits off.</summary>
internal sealed class FewShotDarts : ISupernetMethod
{
    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "gm_darts",
            Title = "DARTS after splits by gradient matching",
            Rule =
                "Trains shared weights, splits the network twice where the operations of an edge disagree "
                + "most on their gradients, and runs DARTS on each of the four; "
                + "chosen among four by validation on shared weights.",
            Paper = Papers.Matching,
            Argument = "what a split goes by: cos, filter, mse, or random, the control",
            Arguments = FewShot.Rules,
        };

    /// <inheritdoc/>
    public SearchCost Planned(SupernetSettings settings, int steps, string argument) =>
        FewShotAlpha.Planned(settings, steps, argument);

    /// <inheritdoc/>
    public void Start(SupernetTask task, SearchState state, string argument) =>
        FewShotAlpha.Start(task, state, new AlphaTraining(new SoftmaxAlpha()));

    /// <inheritdoc/>
    public void Epoch(SupernetTask task, SearchState state, string argument) =>
        FewShotAlpha.Epoch(task, state, new AlphaTraining(new SoftmaxAlpha()), argument);

    /// <inheritdoc/>
    public Choice Choose(SupernetTask task, SearchState state, string argument) =>
        FewShotAlpha.Choose(task, state);
}
