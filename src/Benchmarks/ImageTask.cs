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
    // Between a dataset's name and what is unusual.
    private const char Mark = '@';
    private const string OwnMark = "images-";
    private const string ChannelMark = "C",
        CellMark = "L";
    private const int SmallestSide = 8,
        LargestSide = 1024,
        MostChannels = 1024,
        MostCells = 100;

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

    /// <summary>
    /// A task that no benchmark has: so many classes of images of that shape. Its name says both,
    /// "images-1000-3x224x224".
    /// </summary>
    public static ImageTask Own(int classes, Shape image) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{OwnMark}{classes}-{image}"), classes, image);

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
    /// Size of the network where it is not the space's own (<see cref="ISearchSpace.Size"/>); null where it
    /// is.
    /// </summary>
    public NetworkSize? Size { get; init; }

    /// <summary>
    /// What <see cref="Named"/> reads: the dataset, "@32" after it where images have another side than the
    /// dataset's, and "@C8@L4" where networks have another size than the space's.
    /// </summary>
    public string Name =>
        Dataset
        + (HasUsualSide ? "" : Part("", Image.Height))
        + (Size is null ? "" : Part(ChannelMark, Size.Channels) + Part(CellMark, Size.Cells));

    /// <summary>
    /// The task of that name, or a <see cref="UserError"/> that lists the known ones. A name is a dataset,
    /// and after it the side of the images in pixels, the channels of the first cells and the number of
    /// cells, where they are not the usual ones: "class_object@32", "cifar10@C8@L4". What
    /// <see cref="Own"/> makes has a name that says all.
    /// </summary>
    public static ImageTask Named(string name)
    {
        var parts = name.Split(Mark);
        var task = OwnNamed(parts[0]) ?? Names.Find(All, parts[0], "dataset", "zcbench ls tables");
        int? channels = null,
            cells = null;
        foreach (var part in parts.Skip(1))
        {
            if (Number(part, ChannelMark) is { } wide)
            {
                channels = wide;
            }
            else if (Number(part, CellMark) is { } deep)
            {
                cells = deep;
            }
            else
            {
                task = task.OfSide(
                    Number(part, "")
                        ?? throw new UserError(
                            $"'{part}' is no image size; write a number of pixels, as in {parts[0]}{Mark}32"
                        )
                );
            }
        }

        return (channels, cells) switch
        {
            (null, null) => task,
            ({ } wide, { } deep) => task.OfSize(new(wide, deep)),
            _ => throw new UserError(
                $"'{name}' names one of channels and cells; write both, "
                    + $"as in {parts[0]}{Mark}{ChannelMark}8{Mark}{CellMark}4"
            ),
        };
    }

    /// <summary>Whether a dataset is known, or says its classes and images in its name.</summary>
    public static bool Knows(string dataset) => All.ContainsKey(dataset) || OwnNamed(dataset) is not null;

    /// <summary>The dataset in a name that <see cref="Named"/> reads.</summary>
    public static string WithoutSizes(string name) => name.Split(Mark)[0];

    /// <summary>The same task on square images of another size.</summary>
    /// <param name="side">Height and width in pixels, 8 to 1024.</param>
    /// <exception cref="UserError">The size is out of range.</exception>
    public ImageTask OfSide(int side) =>
        side is >= SmallestSide and <= LargestSide
            ? IsOwn
                ? Own(Classes, new(Image.Channels, side, side))
                : this with
                {
                    Image = new(Image.Channels, side, side),
                }
            : throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"images of {side} pixels are out of range; choose {SmallestSide} to {LargestSide}"
                )
            );

    /// <summary>The same task for networks of another size.</summary>
    /// <exception cref="UserError">There are no channels or cells, or too many.</exception>
    public ImageTask OfSize(NetworkSize size) =>
        size is { Channels: >= 1 and <= MostChannels, Cells: >= 1 and <= MostCells }
            ? this with
            {
                Size = size,
            }
            : throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"networks of {size.Channels} channels and {size.Cells} cells are out of range; "
                        + $"choose 1 to {MostChannels} channels and 1 to {MostCells} cells"
                )
            );

    /// <summary>
    /// The task as the networks of a space are built for it: with the given channels or cells in the place of
    /// the space's own. The space's own size has no name of its own.
    /// </summary>
    /// <param name="space">The search space.</param>
    /// <param name="channels">Channels of the first cells; null for the task's or the space's.</param>
    /// <param name="cells">Number of cells; null for the task's or the space's.</param>
    /// <exception cref="UserError">
    /// The space's networks have one size, or the size is out of range.
    /// </exception>
    public ImageTask In(ISearchSpace space, int? channels = null, int? cells = null)
    {
        if (Size is null && channels is null && cells is null)
        {
            return this;
        }

        if (space.Size is not { } own)
        {
            throw new UserError($"networks of {space.Title} have one size; leave --channels and --cells out");
        }

        var from = Size ?? own;
        var size = new NetworkSize(channels ?? from.Channels, cells ?? from.Cells);
        return size == own ? this with { Size = null } : OfSize(size);
    }

    private bool IsOwn => Dataset.StartsWith(OwnMark, StringComparison.Ordinal);

    private static ImageTask? OwnNamed(string name)
    {
        const int Most = 1 << 20;
        return
            name.StartsWith(OwnMark, StringComparison.Ordinal)
            && name[OwnMark.Length..].Split('-', 'x') is { Length: 4 } numbers
            && Array.TrueForAll(numbers, number => Number(number, "") is >= 1 and <= Most)
            ? Own(At(0), new(At(1), At(2), At(3)))
            : null;

        int At(int place) => Number(name[OwnMark.Length..].Split('-', 'x')[place], "")!.Value;
    }

    private bool HasUsualSide => !All.TryGetValue(Dataset, out var usual) || usual.Image == Image;

    private static string Part(string mark, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Mark}{mark}{number}");

    private static int? Number(string part, string mark) =>
        part.StartsWith(mark, StringComparison.Ordinal)
        && int.TryParse(
            part.AsSpan(mark.Length),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
