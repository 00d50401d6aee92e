namespace ZcBench.Benchmarks.Tables;

/// <summary>Kinds of columns beside the accuracies.</summary>
internal enum SideKind
{
    /// <summary>Accuracy of one of several trainings.</summary>
    Trial,

    /// <summary>Seconds of a training.</summary>
    TrainingSeconds,

    /// <summary>Trainable parameters.</summary>
    Parameters,

    /// <summary>The benchmark's own number of the architecture.</summary>
    Index,
}
