namespace ZcBench.Proxies.Tests;

/// <summary>
/// How far a score may be from its reference, relative. In double precision one bound holds for all. In
/// single precision both sides carry rounding of 2⁻²⁴ ≈ 6e-8, which a network's layers magnify: so the bound
/// of a proxy that takes gradients is the network's own magnification times the proxy's share in it.
/// </summary>
internal static class Tolerances
{
    /// <summary>What a GPU's other order of sums may add: factor on the magnification.</summary>
    public const double OnGpu = 2;

    /// <summary>
    /// Relative error of ‖∂L/∂W‖ in single precision, about three times what was seen: nothing where no
    /// convolution is between stem and classifier, most where six convolutions a cell let gradients explode.
    /// </summary>
    private static readonly Dictionary<string, double> Magnification = new(StringComparer.Ordinal)
    {
        ["unconn"] = 3e-7,
        ["allskip"] = 3e-7,
        ["allpool"] = 3e-7,
        ["oneskip"] = 3e-7,
        ["mixed2"] = 1e-4,
        ["best"] = 4e-4,
        ["mixed1"] = 4e-4,
        ["resnet"] = 4e-4,
        ["readme12"] = 4e-4,
        ["best13714"] = 8e-4,
        ["google_notebook"] = 8e-4,
        ["maxpool_skip"] = 8e-4,
        ["deadin"] = 2e-3,
        ["all1x1"] = 6e-3,
        ["all3x3"] = 6e-3,
    };

    /// <summary>Double precision: the references themselves agree to 1e-10 between BLAS libraries.</summary>
    public static double Double(string proxy) =>
        proxy switch
        {
            "params" or "flops" => 0,
            _ => 1e-7,
        };

    /// <summary>Single precision.</summary>
    /// <param name="proxy">Id of the proxy.</param>
    /// <param name="network">Name of the golden network.</param>
    /// <param name="device">1 on the CPU, <see cref="OnGpu"/> on a GPU.</param>
    public static double Single(string proxy, string network, double device = 1)
    {
        var rounding =
            device
            * (
                Magnification.TryGetValue(network, out var known)
                    ? known
                    : throw new ArgumentOutOfRangeException(
                        nameof(network),
                        network,
                        "state how far the network magnifies rounding"
                    )
            );
        return proxy switch
        {
            "params" or "flops" or "synflow" or "synflow_bn" => 1e-10, // integers, or double precision inside
            "wot" or "nwot" => 1e-6, // a ReLU input within rounding of zero flips: 1 in N_A in one entry of K
            "swap" or "linear_regions" => 1e-4, // counts of signs; a sign within rounding of zero flips
            "l2_norm" or "zen" or "az_expressivity" => 1e-6, // a forward pass
            "az_progressivity" => 2e-4, // a small difference of nearly equal numbers
            "grad_norm" or "snip" or "plain" => rounding, // plain: of the sum of its terms' sizes
            "ntk_trace" => 2 * rounding, // squares
            "fisher" => 4 * rounding, // squares of sums that cancel
            "jacob_cov" => 3e-5 + 0.3 * rounding,
            "zen_uniform" => 3e-6 + 0.2 * rounding, // a difference of nearly equal numbers
            "az_trainability" => 1e-6 + rounding,
            "gradsign" => 5e-5 + 0.1 * rounding, // counts of signs of gradients
            "grasp" => 3e-5 + 8 * rounding, // second derivative
            "ntk_cond" => 1e-4 + 6 * rounding, // smallest eigenvalue
            "ntk_trace_cond" => 3e-5 + 15 * rounding, // smallest eigenvalue
            "zico" => rounding > 1e-6 || network == "oneskip" ? 5e-2 : 5e-4, // over small differences
            "epe_nas" => Math.Min(0.2, 3e-5 + 300 * rounding), // logarithm of correlations near zero
            "reg_swap" => 1e-4, // a count of signs, as swap
            "tpc" => 1e-12, // a count of the graph
            "nwot_ncd" => 1e-6, // as nwot
            "swap_ncd" => 1e-4, // as swap
            "wrcor" or "rcor" or "wrcor_once" => 1e-5, // correlations of gradients
            "apd" => 1e-5, // a forward pass and largest eigenvalues
            _ => throw new ArgumentOutOfRangeException(
                nameof(proxy),
                proxy,
                "state a tolerance and its reason"
            ),
        };
    }
}
