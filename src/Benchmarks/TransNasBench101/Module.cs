namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>What a module of a network does; the value is the benchmark's digit.</summary>
internal enum Module
{
    /// <summary>Keeps channels and resolution.</summary>
    Keep = 1,

    /// <summary>Doubles the channels.</summary>
    Double = 2,

    /// <summary>Halves the resolution.</summary>
    Halve = 3,

    /// <summary>Doubles the channels and halves the resolution.</summary>
    DoubleAndHalve = 4,
}
