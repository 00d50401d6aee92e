using ZcBench.Search.Methods;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;

namespace ZcBench.Supernets.Methods;

/// <summary>Logits of a distribution that is sampled, softly, at each step.</summary>
internal sealed class Snas : ISupernetMethod
{
    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "snas",
            Title = "SNAS",
            Rule =
                "As DARTS of first order, with Gumbel noise on the logits at each step and a temperature "
                + "that falls from 1 to 0.1.",
            Paper = Papers.Snas,
        };

    /// <inheritdoc/>
    public SearchCost Planned(SupernetSettings settings, int steps, string argument) =>
        new(settings.Epochs * steps * 2.0, 0, 0);

    /// <inheritdoc/>
    public void Start(SupernetTask task, SearchState state, string argument) =>
        state.Replace(
            ("", new AlphaTraining(new GumbelAlpha()).New(task, "", LiveOperations.All(task.Net.Blueprint)))
        );

    /// <inheritdoc/>
    public void Epoch(SupernetTask task, SearchState state, string argument) =>
        new AlphaTraining(new GumbelAlpha()).Epoch(
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
}
