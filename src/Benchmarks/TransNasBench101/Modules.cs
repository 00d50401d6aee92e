namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>What follows from a module.</summary>
internal static class Modules
{
    /// <summary>Whether it doubles the channels.</summary>
    public static bool Doubles(this Module module) => module is Module.Double or Module.DoubleAndHalve;

    /// <summary>Whether it halves the resolution, rounded up.</summary>
    public static bool Halves(this Module module) => module is Module.Halve or Module.DoubleAndHalve;
}
