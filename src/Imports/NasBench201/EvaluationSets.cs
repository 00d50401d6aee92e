namespace ZcBench.Imports.NasBench201;

/// <summary>
/// What images the benchmark's names stand for. On cifar10-valid networks are trained on one half of
/// CIFAR-10's training images, "x-valid" is the other half and "ori-test" the test images. On cifar10 they
/// are trained on all training images, so there is only "ori-test". On cifar100 and ImageNet16-120 the
/// original test images are split into "x-valid" and "x-test", so "ori-test" is both together (Dong and Yang,
/// ICLR 2020, section 2.2).
/// </summary>
internal static class EvaluationSets
{
    private static readonly Dictionary<(string Dataset, string Set), Quantity> Known = new()
    {
        [("cifar10-valid", "x-valid")] = Quantity.Validation,
        [("cifar10-valid", "ori-test")] = Quantity.Test,
        [("cifar10", "ori-test")] = Quantity.Test,
        [("cifar100", "x-valid")] = Quantity.Validation,
        [("cifar100", "x-test")] = Quantity.Test,
        [("cifar100", "ori-test")] = Quantity.ValidationAndTest,
        [("ImageNet16-120", "x-valid")] = Quantity.Validation,
        [("ImageNet16-120", "x-test")] = Quantity.Test,
        [("ImageNet16-120", "ori-test")] = Quantity.ValidationAndTest,
    };

    private static readonly HashSet<string> Datasets = [.. Known.Keys.Select(key => key.Dataset)];

    /// <summary>Whether the benchmark has trainings on this dataset.</summary>
    public static bool Has(string dataset) => Datasets.Contains(dataset);

    /// <summary>
    /// What accuracy on these images is; null for a name that the benchmark does not have there.
    /// </summary>
    public static Quantity? Find(string dataset, string set) =>
        Known.TryGetValue((dataset, set), out var quantity) ? quantity : null;
}
