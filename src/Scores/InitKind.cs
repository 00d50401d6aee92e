namespace ZcBench.Scores;

/// <summary>The distribution the weights of convolutions and the classifier are drawn from.</summary>
public enum InitKind
{
    /// <summary>No weights are drawn.</summary>
    None,

    /// <summary>PyTorch's default: uniform on ±1/√fan_in, biases likewise.</summary>
    Default,

    /// <summary>Kaiming normal: N(0, 2/fan_in), biases zero.</summary>
    KaimingNormal,

    /// <summary>N(0, 1), biases zero.</summary>
    StandardNormal,
}
