namespace ZcBench.Imports.NasBench201;

/// <summary>What tables made from NAS-Bench-201's results say about themselves.</summary>
internal static class NasBench201Provenance
{
    /// <summary>The same for all containers.</summary>
    public static Provenance Of { get; } =
        new(
            "nasbench201",
            "NAS-Bench-201",
            200,
            "index",
            "mean over the benchmark's seeds: one, two or three for each architecture",
            "Dong and Yang, NAS-Bench-201, ICLR 2020",
            "MIT",
            [
                "cifar10-valid and cifar10 are different trainings: on cifar10-valid networks learn "
                    + "from one half of CIFAR-10's training images (validation is the other half), "
                    + "on cifar10 from all of them, so cifar10 has test accuracies only.",
                "On cifar100 and ImageNet16-120 validation "
                    + "and test images are two parts of the original test images; valtest is both together.",
                "12 and 200 epochs are trainings of their own, each with its learning rate lowered to zero; "
                    + "accuracies are those after the last epoch, in percent.",
            ]
        );

    /// <summary>Id of NATS-Bench's size space.</summary>
    public const string Size = "natsbench-size";

    /// <summary>Spaces other than NAS-Bench-201 that files of this kind may hold.</summary>
    public static IReadOnlyList<string> OtherSpaces { get; } = [Size];

    /// <summary>The same for NATS-Bench's size space.</summary>
    public static Provenance OfSize { get; } =
        Of with
        {
            Space = Size,
            Title = "NATS-Bench size",
            Epochs = 90,
            SeedAveraging = "mean over the benchmark's seeds",
            Source = "Dong et al., NATS-Bench, TPAMI 2021",
            Notes =
            [
                Of.Notes[0],
                Of.Notes[1],
                "1, 12 and 90 epochs are trainings of their own; "
                    + "accuracies are those after the last epoch, in percent.",
            ],
        };
}
