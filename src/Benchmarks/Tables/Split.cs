namespace ZcBench.Benchmarks.Tables;

/// <summary>The images an accuracy was measured on.</summary>
public enum Split
{
    /// <summary>Held-out validation images: what a search may look at.</summary>
    Validation,

    /// <summary>Test images: for the final evaluation alone.</summary>
    Test,
}
