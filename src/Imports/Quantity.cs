namespace ZcBench.Imports;

/// <summary>What a number of an official file says.</summary>
public enum Quantity
{
    /// <summary>Trainable parameters.</summary>
    Parameters,

    /// <summary>Multiply-accumulates of one image.</summary>
    Flops,

    /// <summary>Accuracy on validation images.</summary>
    Validation,

    /// <summary>Accuracy on test images.</summary>
    Test,

    /// <summary>Accuracy on validation and test images together: neither the one nor the other.</summary>
    ValidationAndTest,

    /// <summary>Seconds of the whole training, without evaluation.</summary>
    TrainingSeconds,

    /// <summary>Seconds of the first half of that training.</summary>
    HalfwaySeconds,
}
