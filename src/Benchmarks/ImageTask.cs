using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Benchmarks;

/// <summary>
/// The image classification task a network is built for: its classes and the shape of one image. Its name is
/// the dataset's name in the NAS-Bench-201 tables.
/// </summary>
/// <param name="Dataset">Dataset name, for example "cifar10".</param>
/// <param name="Classes">Number of classes, the width of the classifier.</param>
/// <param name="Image">Shape of one image, [C, H, W].</param>
public sealed record ImageTask(string Dataset, int Classes, Shape Image)
{
    /// <summary>CIFAR-10: 10 classes, 3x32x32.</summary>
    public static ImageTask Cifar10 { get; } = new("cifar10", 10, new(3, 32, 32));

    /// <summary>
    /// CIFAR-10 as NAS-Bench-201 splits it for validation: the same networks and images, trained on one half
    /// of the training images and validated on the other.
    /// </summary>
    public static ImageTask Cifar10Valid { get; } = Cifar10 with { Dataset = "cifar10-valid" };

    /// <summary>CIFAR-100: 100 classes, 3x32x32.</summary>
    public static ImageTask Cifar100 { get; } = new("cifar100", 100, new(3, 32, 32));

    /// <summary>ImageNet16-120: 120 classes, 3x16x16.</summary>
    public static ImageTask ImageNet16 { get; } = new("ImageNet16-120", 120, new(3, 16, 16));

    /// <summary>The known tasks by dataset name.</summary>
    public static IReadOnlyDictionary<string, ImageTask> All { get; } =
        new[] { Cifar10, Cifar10Valid, Cifar100, ImageNet16 }.ToDictionary(
            task => task.Dataset,
            StringComparer.Ordinal
        );

    /// <summary>The task of that dataset, or a <see cref="UserError"/> that lists the known ones.</summary>
    public static ImageTask Named(string dataset) => Names.Find(All, dataset, "dataset", "zcbench ls tables");
}
