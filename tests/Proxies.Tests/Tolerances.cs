namespace ZcBench.Proxies.Tests;

/// <summary>
/// The one table of tolerances, relative, each with its reason. Single precision is measured against the reference's own
/// single-precision value, so both sides carry rounding of 2⁻²⁴ ≈ 6e-8 amplified by up to seventeen cells of batch norm.
/// </summary>
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
        "params" or "flops" or "synflow" or "synflow_bn" => 1e-10, // integers, or double precision inside
        "wot" or "nwot" => 1e-6, // a ReLU input within rounding of zero may flip its bit: 1 in N_A in one entry of K
        "swap" or "linear_regions" or "gradsign" => 2e-3, // counts of signs; signs of gradients near zero flip
        "az_expressivity" or "az_progressivity" or "l2_norm" or "zen" or "jacob_cov" => 1e-4, // forward pass or well-conditioned
        "az_trainability" or "zen_uniform" => 1e-3, // a difference of nearly equal numbers
        "grad_norm" or "snip" or "ntk_trace" => 5e-3, // backward rounding, largest where gradients explode (six convolutions)
        "fisher" or "ntk_trace_cond" => 1e-2, // squares of gradients; smallest eigenvalue
        "grasp" or "ntk_cond" => 2e-2, // second derivative; smallest eigenvalue
        "zico" => 3e-2, // heavy tail: divides by differences of gradients near zero
        "epe_nas" => 0.2, // logarithm of correlations near zero
        _ => throw new ArgumentOutOfRangeException(nameof(proxy), proxy, "state a tolerance and its reason"),
    };

    /// <summary>
    /// plain is a difference of large numbers: its error is measured against snip, the sum of the same terms' sizes.
    /// </summary>
    public const double PlainOfSnip = 1e-4;
}
