namespace ZcBench.Scores;

/// <summary>What a proxy feeds the network, as its authors published it.</summary>
public enum InputKind
{
    /// <summary>Nothing; the network is not run.</summary>
    None,

    /// <summary>The run's minibatch: real images, textures or noise.</summary>
    Minibatch,

    /// <summary>Unit-variance noise, whatever the run's minibatch is.</summary>
    Noise,

    /// <summary>Standard normal noise.</summary>
    GaussianNoise,

    /// <summary>One image of ones.</summary>
    Ones,
}
