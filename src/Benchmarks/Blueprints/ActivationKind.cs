namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Functions of one number that are not rectifiers.</summary>
internal enum ActivationKind
{
    /// <summary>min(max(x, Alpha), Beta).</summary>
    Clip,

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    Sigmoid,

    /// <summary>min(max(Alpha · x + Beta, 0), 1).</summary>
    HardSigmoid,

    /// <summary>x · min(max(x / 6 + 1/2, 0), 1).</summary>
    HardSwish,

    /// <summary>x / (1 + e⁻ᴬˡᵖʰᵃ ˣ).</summary>
    Swish,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>The error function.</summary>
    Erf,

    /// <summary>x · Φ(x), Φ the normal distribution.</summary>
    Gelu,

    /// <summary>Gelu with Φ approximated by tanh.</summary>
    GeluTanh,

    /// <summary>x above 0, Alpha · (eˣ − 1) below.</summary>
    Elu,

    /// <summary>log(1 + eˣ).</summary>
    Softplus,

    /// <summary>x to the power of Alpha.</summary>
    Power,
}
