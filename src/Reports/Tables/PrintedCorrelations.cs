namespace ZcBench.Reports.Tables;

/// <summary>Printed rank correlations whose conditions are known well enough to stand beside ours.</summary>
public static class PrintedCorrelations
{
    private const string ZeroCostNas = "SamsungLabs/zero-cost-nas, notebook";
    private const string Unsigned =
        "all 15,625, absolute value printed, failures left out, test accuracy of the cifar10-valid training";
    private const string UnsignedElsewhere = "all 15,625, absolute value printed, failures left out";

    /// <summary>All of them: those of zero-cost-nas and AZ-NAS on NAS-Bench-201.</summary>
    public static IReadOnlyList<PrintedCorrelation> All { get; } =
    [
        .. Notebook("cifar10", Unsigned, .594, .596, .514, .360, .737, .731),
        .. Notebook("cifar100", UnsignedElsewhere, .637, .637, .547, .385, .763, .704),
        .. Notebook("ImageNet16-120", UnsignedElsewhere, .578, .578, .549, .327, .751, .701),
        new(
            "az_nas",
            "nasbench201",
            "cifar10",
            .9127,
            .7409,
            "cvlab-yonsei/AZ-NAS, notebook",
            "all 15,625, test accuracy"
        ),
    ];

    private static IEnumerable<PrintedCorrelation> Notebook(
        string dataset,
        string conditions,
        double gradNorm,
        double snip,
        double grasp,
        double fisher,
        double synflow,
        double jacobian
    )
    {
        PrintedCorrelation Of(string proxy, double rho) =>
            new(proxy, "nasbench201", dataset, rho, null, ZeroCostNas, conditions);
        return
        [
            Of("grad_norm", gradNorm),
            Of("snip", snip),
            Of("grasp", grasp),
            Of("fisher", fisher),
            Of("synflow", synflow),
            Of("jacob_cov", jacobian),
        ];
    }
}
