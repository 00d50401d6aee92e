using ZcBench.Benchmarks;

namespace ZcBench.Training.Catalogue;

/// <summary>Where what is read off a training comes from.</summary>
internal static class Papers
{
    public static Citation Tse { get; } =
        new(
            "Ru, Lyle, Schut, Fil, van der Wilk and Gal",
            "Speedy Performance Estimation for Neural Architecture Search",
            "NeurIPS 2021",
            "https://arxiv.org/abs/2006.04492"
        );

    public static Citation LearningCurve { get; } =
        new(
            "The zcbench authors",
            "zcbench: zero-cost proxies and how far they can be trusted",
            "2026",
            "docs/training-states.md"
        );
}
