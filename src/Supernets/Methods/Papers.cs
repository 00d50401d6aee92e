using ZcBench.Benchmarks;

namespace ZcBench.Supernets.Methods;

/// <summary>Papers that several searches come from.</summary>
internal static class Papers
{
    public static Citation Darts { get; } =
        new(
            "Liu, Simonyan and Yang",
            "DARTS: Differentiable Architecture Search",
            "ICLR 2019",
            "https://arxiv.org/abs/1806.09055"
        );

    public static Citation Snas { get; } =
        new(
            "Xie, Zheng, Liu and Lin",
            "SNAS: Stochastic Neural Architecture Search",
            "ICLR 2019",
            "https://arxiv.org/abs/1812.09926"
        );

    public static Citation RandomSharing { get; } =
        new(
            "Li and Talwalkar",
            "Random Search and Reproducibility for Neural Architecture Search",
            "UAI 2019",
            "https://arxiv.org/abs/1902.07638"
        );

    public static Citation Matching { get; } =
        new(
            "Hu, Wang, Hong, Shi, Hsieh and Feng",
            "Generalizing Few-Shot NAS with Gradient Matching",
            "ICLR 2022",
            "https://arxiv.org/abs/2203.15207"
        );

    public static Citation Shapley { get; } =
        new(
            "Xiao, Wang, Zhu, Zhou and Lu",
            "Shapley-NAS: Discovering Operation Contribution for Neural Architecture Search",
            "CVPR 2022",
            "https://arxiv.org/abs/2206.09811"
        );

    public static Citation Dependency { get; } =
        new(
            "Zhang, Wu, Miao, Yang and Guo",
            "Dependency-Aware Differentiable Neural Architecture Search",
            "ECCV 2024",
            "https://doi.org/10.1007/978-3-031-73001-6_13"
        );

    public static Citation NasBench201 { get; } =
        new(
            "Dong and Yang",
            "NAS-Bench-201: Extending the Scope of Reproducible Neural Architecture Search",
            "ICLR 2020",
            "https://arxiv.org/abs/2001.00326"
        );
}
