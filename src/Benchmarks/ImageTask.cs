using System.Globalization;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.TransNasBench101;

namespace ZcBench.Benchmarks;

/// <summary>
/// The task a network is built for: outputs of its classifier and the shape of one image. Its name is the
/// dataset's name in the tables.
/// </summary>
/// <param name="Dataset">Dataset name, for example "cifar10".</param>
/// <param name="Classes">Number of classes, the width of the classifier.</param>
/// <param name="Image">Shape of one image, [C, H, W].</param>
public sealed record ImageTask(string Dataset, int Classes, Shape Image)
{
    // Between a dataset's name and the side of its images.
    private const char SideMark = '@';
    private const int SmallestSide = 8,
        LargestSide = 1024;

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
        new[] { Cifar10, Cifar10Valid, Cifar100, ImageNet16 }
            .Concat(TransNasTasks.All)
            .ToDictionary(task => task.Dataset, StringComparer.Ordinal);

    /// <summary>
    /// Whether an image has one class, so that proxies that read labels have something to read.
    /// </summary>
    public bool HasClassLabels { get; init; } = true;

    /// <summary>What trained networks are judged by.</summary>
    public TaskMetric Metric { get; init; } = TaskMetric.Accuracy;

    /// <summary>
    /// Epochs of the benchmark's training on it; null where they are those of the space.
    /// </summary>
    public int? TrainingEpochs { get; init; }

    /// <summary>
    /// What <see cref="Named"/> reads: the dataset, and "@32" after it where images have another side than
    /// the dataset's.
    /// </summary>
    public string Name =>
        All.TryGetValue(Dataset, out var usual) && usual.Image != Image
            ? string.Create(CultureInfo.InvariantCulture, $"{Dataset}{SideMark}{Image.Height}")
            : Dataset;

    /// <summary>
    /// The task of that name, or a <see cref="UserError"/> that lists the known ones. A name is a dataset,
    /// or a dataset and the side of its images in pixels, as in "class_object@32".
    /// </summary>
    public static ImageTask Named(string name)
    {
        var parts = name.Split(SideMark, 2);
        var task = Names.Find(All, parts[0], "dataset", "zcbench ls tables");
        return parts.Length == 1 ? task
            : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var side)
                ? task.OfSide(side)
            : throw new UserError(
                $"'{parts[1]}' is no image size; write a number of pixels, as in {parts[0]}{SideMark}32"
            );
    }

    /// <summary>The same task on square images of another size.</summary>
    /// <param name="side">Height and width in pixels, 8 to 1024.</param>
    /// <exception cref="UserError">The size is out of range.</exception>
    public ImageTask OfSide(int side) =>
        side is >= SmallestSide and <= LargestSide
            ? this with
            {
                Image = new(Image.Channels, side, side),
            }
            : throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"images of {side} pixels are out of range; choose {SmallestSide} to {LargestSide}"
                )
            );
}
