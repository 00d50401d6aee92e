namespace ZcBench.Proxies.Tests;

/// <summary>The one table of tolerances, relative, each with its reason.</summary>
internal static class Tolerances
{
    /// <summary>Double precision: the references themselves agree to 1e-10 between BLAS libraries.</summary>
    public static double Double(string proxy) => proxy switch
    {
        "params" or "flops" => 0,
        _ => 1e-7,
    };

    /// <summary>Single precision.</summary>
    public static double Single(string proxy) => proxy switch
    {
        "params" or "flops" => 0,
        // A ReLU input within rounding of zero may flip its bit, which moves one entry of K by 1 in N_A.
        "wot" or "nwot" => 1e-6,
        _ => 1e-4,
    };
}
