namespace ZcBench.Imports.TransNasBench101;

/// <summary>What tables made from the benchmark's file say about themselves.</summary>
internal static class TransNasProvenance
{
    /// <summary>The two spaces of the file.</summary>
    public static IReadOnlyList<string> Spaces { get; } =
    ["transnasbench101-macro", "transnasbench101-micro"];

    /// <summary>Facts for one of them.</summary>
    public static Provenance Of(string space) =>
        new(
            space,
            space == Spaces[0] ? "TransNAS-Bench-101 macro" : "TransNAS-Bench-101 micro",
            0,
            null,
            "one training, after its last epoch",
            "Duan et al., TransNAS-Bench-101, CVPR 2021",
            "MIT",
            [
                "Each number is that of the last epoch. "
                    + "The benchmark's own examples take the best epoch by the same images, which is higher.",
                "Times of trainings are left out.",
            ]
        );
}
