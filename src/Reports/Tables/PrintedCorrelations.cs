namespace ZcBench.Reports.Tables;

/// <summary>Printed rank correlations whose conditions are known well enough to stand beside ours.</summary>
internal static class PrintedCorrelations
{
    private const string Space = "nasbench201";
    private const string Vkdnw = "Týbl and Neumann, CVPR 2025";
    private const string InTrain = "InTrain, CVPR 2026";
    private const string Apd = "APD, NeurIPS 2025";
    private const string WrCor = "WRCor, arXiv 2507.08841";
    private const string Whole = "all 15,625";
    private const string ZeroCostNas = "SamsungLabs/zero-cost-nas, notebook";
    private const string Unsigned =
        "all 15,625, absolute value printed, failures left out, test accuracy of the cifar10-valid training";
    private const string UnsignedElsewhere = "all 15,625, absolute value printed, failures left out";

    private static readonly string[] Datasets = ["cifar10", "cifar100", "ImageNet16-120"];

    /// <summary>All of them, each on NAS-Bench-201.</summary>
    public static IReadOnlyList<PrintedCorrelation> All { get; } =
    [
        .. Notebook("cifar10", Unsigned, .594, .596, .514, .360, .737, .731),
        .. Notebook("cifar100", UnsignedElsewhere, .637, .637, .547, .385, .763, .704),
        .. Notebook("ImageNet16-120", UnsignedElsewhere, .578, .578, .549, .327, .751, .701),
        new(
            "az_nas",
            Space,
            "cifar10",
            .9127,
            .7409,
            "cvlab-yonsei/AZ-NAS, notebook",
            "all 15,625, test accuracy"
        ),
        new("apd", Space, "cifar10", .832, .635, Apd, Whole),
        new("apd", Space, "cifar100", .843, .654, Apd, Whole),
        new("apd", Space, "ImageNet16-120", .817, .633, Apd, Whole),
        new("wrcor", Space, "cifar10", .812, null, WrCor, "architectures not stated"),
        .. WithoutDeadBranches("vkdnw_agg", Vkdnw, (.919, .750), (.919, .753), (.906, .743)),
        .. WithoutDeadBranches("vkdnw_single", Vkdnw, (.815, .618), (.829, .634), (.814, .622)),
        .. WithoutDeadBranches("az_nas", Vkdnw, (.892, .712), (.880, .696), (.859, .673)),
        .. WithoutDeadBranches("zico", Vkdnw, (.802, .607), (.809, .614), (.779, .587)),
        .. WithoutDeadBranches("nwot", Vkdnw, (.762, .571), (.799, .607), (.794, .605)),
        .. WithoutDeadBranches("jacob_cov", Vkdnw, (.800, .616), (.820, .639), (.779, .602)),
        .. WithoutDeadBranches("synflow", Vkdnw, (.758, .561), (.750, .553), (.719, .531)),
        .. WithoutDeadBranches("intrain", InTrain, (null, .669), (null, .671), (null, .675)),
    ];

    private static IEnumerable<PrintedCorrelation> WithoutDeadBranches(
        string proxy,
        string source,
        params (double? Rho, double Tau)[] figures
    )
    {
        var conditions =
            source == Vkdnw
                ? "9,445 without dead branches, mean of 5 runs"
                : "architectures not stated, likely 9,445";
        return Datasets.Zip(
            figures,
            (dataset, figure) =>
                new PrintedCorrelation(proxy, Space, dataset, figure.Rho, figure.Tau, source, conditions)
                {
                    Population = "no_dead_branches",
                }
        );
    }

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
            new(proxy, Space, dataset, rho, null, ZeroCostNas, conditions);
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
