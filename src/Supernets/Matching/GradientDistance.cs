namespace ZcBench.Supernets.Matching;

/// <summary>How far apart the gradients of two operations are.</summary>
internal enum GradientDistance
{
    /// <summary>1 − ⟨a, b⟩/(‖a‖‖b‖ + 10⁻⁶) of all weights as one vector.</summary>
    Cosine,

    /// <summary>The same for each output filter of each convolution, summed.</summary>
    FilterCosine,

    /// <summary>‖a − b‖² of all weights as one vector.</summary>
    Squared,
}
