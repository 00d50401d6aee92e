namespace ZcBench.Scores;

/// <summary>
/// The most informative thing a proxy has seen, from nothing but the graph up to trained accuracies.
/// </summary>
public enum LabelBudget
{
    /// <summary>The architecture's structure alone.</summary>
    Structure = 0,

    /// <summary>Random weights and random input.</summary>
    Noise = 1,

    /// <summary>Real images without labels.</summary>
    Images = 2,

    /// <summary>Real images with their labels.</summary>
    Labels = 3,

    /// <summary>Its constants or its rule were chosen by looking at trained accuracies.</summary>
    TunedOnAccuracies = 4,

    /// <summary>It reads trained accuracies while it runs.</summary>
    Accuracies = 5,
}
