using ZcBench.Search.Methods;

namespace ZcBench.Supernets.Searches;

/// <summary>
/// A search on a weight-sharing network. Stateless, one file each, found by scanning: where it stands is in a
/// <see cref="SearchState"/>, so it can be stopped after any epoch and go on from there.
/// </summary>
internal interface ISupernetMethod
{
    /// <summary>What is to be said of it.</summary>
    MethodCard Card { get; }

    /// <summary>Epochs it takes; 0 for a choice that trains nothing.</summary>
    int Epochs(SupernetSettings settings) => settings.Epochs;

    /// <summary>Whether images get each other's labels: a control that has nothing to learn.</summary>
    bool ShufflesLabels(string argument) => false;

    /// <summary>About what it will cost in all, for the remaining time.</summary>
    /// <param name="settings">Size and training.</param>
    /// <param name="steps">Minibatches of an epoch.</param>
    /// <param name="argument">Of the call.</param>
    SearchCost Planned(SupernetSettings settings, int steps, string argument);

    /// <summary>Makes the network that the first epoch begins with.</summary>
    void Start(SupernetTask task, SearchState state, string argument);

    /// <summary>One epoch.</summary>
    void Epoch(SupernetTask task, SearchState state, string argument);

    /// <summary>What it chooses in the end.</summary>
    Choice Choose(SupernetTask task, SearchState state, string argument);
}
