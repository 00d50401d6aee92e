using ZcBench.Search.Methods;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Methods;

/// <summary>The control of all: logits trained by gradients of the validation loss.</summary>
internal sealed class Darts : ISupernetMethod
{
    private const string Second = "second";

    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "darts",
            Title = "DARTS",
            Rule =
                "Trains weights and softmax logits in turn, and takes each edge's largest logit; "
                + "the logits' gradient is of first or second order.",
            Paper = Papers.Darts,
            Argument = "order of the gradient, first or second",
            Arguments = ["first", Second],
        };

    /// <inheritdoc/>
    public SearchCost Planned(SupernetSettings settings, int steps, string argument) =>
        new((double)settings.Epochs * steps * Rule(argument).PassesOfStep, 0, 0);

    /// <inheritdoc/>
    public void Start(SupernetTask task, SearchState state, string argument) =>
        state.Replace(
            ("", new AlphaTraining(Rule(argument)).New(task, "", LiveOperations.All(task.Net.Blueprint)))
        );

    /// <inheritdoc/>
    public void Epoch(SupernetTask task, SearchState state, string argument) =>
        new AlphaTraining(Rule(argument)).Epoch(
            task,
            state,
            "",
            state.Sub,
            state.Epoch,
            task.Settings.Epochs,
            trainsAlpha: true
        );

    /// <inheritdoc/>
    public Choice Choose(SupernetTask task, SearchState state, string argument)
    {
        var chosen = task.Architecture(AlphaTraining.Preferred(task, state.Sub));
        return new(chosen, [chosen]);
    }

    private static SoftmaxAlpha Rule(string argument) => new(isSecondOrder: argument == Second);
}
