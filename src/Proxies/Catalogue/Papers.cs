using ZcBench.Benchmarks;

namespace ZcBench.Proxies.Catalogue;

/// <summary>The papers of the catalogue.</summary>
internal static class Papers
{
    public static Citation AzNas { get; } =
        new(
            "Lee and Ham",
            "AZ-NAS: Assembling Zero-Cost Proxies for Network Architecture Search",
            "CVPR 2024",
            "https://arxiv.org/abs/2403.19232"
        );

    public static Citation Das { get; } =
        new(
            "Liu, Li, Sun and Liu",
            "DAS: Neural Architecture Search via Distinguishing Activation Score",
            "2022",
            "https://arxiv.org/abs/2212.12132"
        );

    public static Citation Dextr { get; } =
        new(
            "Asthana, Conrad, Ortmanns and Belagiannis",
            "Dextr: Zero-Shot Neural Architecture Search "
                + "with Singular Value Decomposition and Extrinsic Curvature",
            "TMLR 2025",
            "https://arxiv.org/abs/2508.12977"
        );

    public static Citation EpeNas { get; } =
        new(
            "Lopes, Alirezazadeh and Alexandre",
            "EPE-NAS: Efficient Performance Estimation Without Training for Neural Architecture Search",
            "ICANN 2021",
            "https://arxiv.org/abs/2102.08099"
        );

    public static Citation Fisher { get; } =
        new(
            "Turner, Crowley, O'Boyle, Storkey and Gray",
            "BlockSwap: Fisher-guided Block Substitution for Network Compression on a Budget",
            "ICLR 2020",
            "https://arxiv.org/abs/1906.04113"
        );

    public static Citation Epsinas { get; } =
        new(
            "Gracheva",
            "Neural Architecture Search: Two Constant Shared Weights Initialisations",
            "Artificial Intelligence Review 2025",
            "https://arxiv.org/abs/2302.04406"
        );

    public static Citation FreeRea { get; } =
        new(
            "Cavagnero, Robbiano, Caputo and Averta",
            "FreeREA: Training-Free Evolution-based Architecture Search",
            "WACV 2023",
            "https://arxiv.org/abs/2207.05135"
        );

    public static Citation GradSign { get; } =
        new(
            "Zhang and Jia",
            "GradSign: Model Performance Inference with Theoretical Insights",
            "ICLR 2022",
            "https://arxiv.org/abs/2110.08616"
        );

    public static Citation Grasp { get; } =
        new(
            "Wang, Zhang and Grosse",
            "Picking Winning Tickets Before Training by Preserving Gradient Flow",
            "ICLR 2020",
            "https://arxiv.org/abs/2002.07376"
        );

    public static Citation Hnas { get; } =
        new(
            "Shu, Dai, Wu and Low",
            "Unifying and Boosting Gradient-Based Training-Free Neural Architecture Search",
            "NeurIPS 2022",
            "https://arxiv.org/abs/2201.09785"
        );

    public static Citation Meco { get; } =
        new(
            "Jiang, Wang and Bie",
            "MeCo: Zero-Shot NAS with One Data and Single Forward Pass via Minimum Eigenvalue of Correlation",
            "NeurIPS 2023",
            "https://openreview.net/forum?id=KFm2lZiI7n"
        );

    public static Citation Near { get; } =
        new(
            "Husistein, Reiher and Eckhoff",
            "NEAR: A Training-Free Pre-Estimator of Machine Learning Model Performance",
            "ICLR 2025",
            "https://arxiv.org/abs/2408.08776"
        );

    public static Citation Snip { get; } =
        new(
            "Lee, Ajanthan and Torr",
            "SNIP: Single-shot Network Pruning based on Connection Sensitivity",
            "ICLR 2019",
            "https://arxiv.org/abs/1810.02340"
        );

    public static Citation SuiteZero { get; } =
        new(
            "Krishnakumar et al.",
            "NAS-Bench-Suite-Zero: Accelerating Research on Zero Cost Proxies",
            "NeurIPS 2022",
            "https://arxiv.org/abs/2210.03230"
        );

    public static Citation Swap { get; } =
        new(
            "Peng, Song, Fayek, Ciesielski and Chang",
            "SWAP-NAS: Sample-Wise Activation Patterns for Ultra-fast NAS",
            "ICLR 2024",
            "https://arxiv.org/abs/2403.04161"
        );

    public static Citation Synflow { get; } =
        new(
            "Tanaka, Kunin, Yamins and Ganguli",
            "Pruning neural networks without any data by iteratively conserving synaptic flow",
            "NeurIPS 2020",
            "https://arxiv.org/abs/2006.05467"
        );

    public static Citation TeNas { get; } =
        new(
            "Chen, Gong and Wang",
            "Neural Architecture Search on ImageNet in Four GPU Hours: A Theoretically Inspired Perspective",
            "ICLR 2021",
            "https://arxiv.org/abs/2102.11535"
        );

    public static Citation Vkdnw { get; } =
        new(
            "Týbl and Neumann",
            "Training-free Neural Architecture Search through Variance of Knowledge of Deep Network Weights",
            "CVPR 2025",
            "https://arxiv.org/abs/2502.04975"
        );

    public static Citation Wot { get; } =
        new(
            "Mellor, Turner, Storkey and Crowley",
            "Neural Architecture Search without Training",
            "ICML 2021",
            "https://arxiv.org/abs/2006.04647"
        );

    public static Citation Zcbench { get; } =
        new(
            "The zcbench authors",
            "zcbench: zero-cost proxies and how far they can be trusted",
            "2026",
            "docs/statistics.md"
        );

    public static Citation Zen { get; } =
        new(
            "Lin et al.",
            "Zen-NAS: A Zero-Shot NAS for High-Performance Image Recognition",
            "ICCV 2021",
            "https://arxiv.org/abs/2102.01063"
        );

    public static Citation ZeroCostNas { get; } =
        new(
            "Abdelfattah, Mehrotra, Dudziak and Lane",
            "Zero-Cost Proxies for Lightweight NAS",
            "ICLR 2021",
            "https://arxiv.org/abs/2101.08134"
        );

    public static Citation Zico { get; } =
        new(
            "Li, Yang, Bhardwaj and Marculescu",
            "ZiCo: Zero-shot NAS via Inverse Coefficient of Variation on Gradients",
            "ICLR 2023",
            "https://arxiv.org/abs/2301.11300"
        );

    public static Citation Apd { get; } =
        new(
            "The APD authors",
            "Revolutionizing Training-Free NAS: Towards Efficient Automatic Proxy Discovery via Large "
                + "Language Models",
            "NeurIPS 2025",
            "https://openreview.net/forum?id=3naHyE5klE"
        );

    public static Citation InTrain { get; } =
        new(
            "Zhou, Chen, Wu, Chen, Hu and Cai",
            "InTrain: Intrinsic Trainability for Zero-Cost Neural Architecture Search",
            "CVPR 2026",
            "https://arxiv.org/abs/2606.18676"
        );

    public static Citation LSwag { get; } =
        new(
            "Casarin, Escalera and Lanz",
            "L-SWAG: Layer-Sample Wise Activation with Gradients Information for Zero-Shot NAS on Vision "
                + "Transformers",
            "CVPR 2025",
            "https://arxiv.org/abs/2505.07300"
        );

    public static Citation Ncd { get; } =
        new(
            "Kang, Ma, Chen, Yu, Wang and Huang",
            "Beyond the Limits: Overcoming Negative Correlation of Activation-Based Training-Free NAS",
            "ICCV 2025",
            "https://iccv.thecvf.com/virtual/2025/poster/0966"
        );

    public static Citation TpcNas { get; } =
        new(
            "The TPC-NAS authors",
            "TPC-NAS: Sub-Five-Minute Neural Architecture Search for Image Classification, "
                + "Object-Detection, and Super-Resolution",
            "submitted to ICLR 2023",
            "https://openreview.net/forum?id=G4ywctru8UX"
        );

    public static Citation WrCor { get; } =
        new(
            "Jing, Chen, Xu, Tai, Wang and Li",
            "Zero-Shot Neural Architecture Search with Weighted Response Correlation",
            "Neurocomputing 2025",
            "https://arxiv.org/abs/2507.08841"
        );
}
