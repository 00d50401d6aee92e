namespace ZcBench.Benchmarks.Images;

/// <summary>How the binary files of one of the CIFAR datasets are laid out.</summary>
/// <param name="Title">Name of the dataset for people.</param>
/// <param name="Pattern">Names of the files with training images.</param>
/// <param name="Labels">Label bytes before the pixels. The last of them is the class.</param>
/// <param name="Tasks">The tasks with these images. The first is the dataset's own.</param>
/// <param name="Mean">Mean of each channel over the training images, on the scale of 0 to 255.</param>
/// <param name="Deviation">Standard deviation of each channel, likewise.</param>
internal sealed record CifarLayout(
    string Title,
    string Pattern,
    int Labels,
    IReadOnlyList<ImageTask> Tasks,
    float[] Mean,
    float[] Deviation
)
{
    public const int Pixels = 3 * 32 * 32;

    public static readonly CifarLayout Cifar10 = new(
        "CIFAR-10",
        "data_batch_*.bin",
        1,
        [ImageTask.Cifar10, ImageTask.Cifar10Valid],
        [125.3f, 123.0f, 113.9f],
        [63.0f, 62.1f, 66.7f]
    );

    public static readonly CifarLayout Cifar100 = new(
        "CIFAR-100",
        "train.bin",
        2,
        [ImageTask.Cifar100],
        [129.3f, 124.1f, 112.4f],
        [68.2f, 65.4f, 70.4f]
    );

    /// <summary>Bytes of one image with its labels.</summary>
    public int Record => Labels + Pixels;

    public int Classes => Tasks[0].Classes;

    /// <summary>The files of a folder with this layout, in the order of their names.</summary>
    public string[] FilesIn(string folder) =>
        [.. Directory.GetFiles(folder, Pattern).Order(StringComparer.Ordinal)];

    /// <summary>Number of images in a file.</summary>
    /// <exception cref="UserError">Its length is not that of whole images.</exception>
    public int Count(string file)
    {
        var length = new FileInfo(file).Length;
        return length > 0 && length % Record == 0
            ? (int)(length / Record)
            : throw new UserError(
                $"{file} has {length} bytes, which is not a multiple of {Record} "
                    + $"({(Labels == 1 ? "a label" : $"{Labels} labels")} and 3x32x32 pixels); "
                    + $"it is cut off or not {Title}'s binary layout: fetch it again"
            );
    }
}
