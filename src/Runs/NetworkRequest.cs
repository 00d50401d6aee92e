using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>What networks are built and fed: all that decides a score beside its proxy.</summary>
public sealed record NetworkRequest
{
    // Twice as many are a tenth faster and take twice the memory.
    private const int OnGpu = 32;

    /// <summary>
    /// Dataset, which decides image size and classes; null for the usual one of the table or space.
    /// </summary>
    public string? Dataset { get; init; }

    /// <summary>Side of the images in pixels; null for the dataset's own.</summary>
    public int? ImageSize { get; init; }

    /// <summary>Channels of the first cells; null for the space's own.</summary>
    public int? Channels { get; init; }

    /// <summary>Number of cells; null for the space's own.</summary>
    public int? Cells { get; init; }

    /// <summary>Seed of weights, minibatch and sample.</summary>
    public long Seed { get; init; }

    /// <summary>Seed of the minibatch only; null for <see cref="Seed"/>.</summary>
    public long? InputSeed { get; init; }

    /// <summary>Images in the minibatch.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>"noise", "texture", or a folder with the binary files of CIFAR-10 or CIFAR-100.</summary>
    public string Images { get; init; } = InputSource.Texture;

    /// <summary>"published", or "default", "kaiming" or "gaussian" for all proxies that allow it.</summary>
    public string Init { get; init; } = Initialisation.Published;

    /// <summary>"cpu" or "cuda".</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>
    /// Architectures scored at once as the channel groups of one network; null for one by one on the CPU,
    /// where it does not pay, and 32 on a GPU.
    /// </summary>
    public int? Population { get; init; }

    /// <summary>"float32" or "float64".</summary>
    public string DType { get; init; } = "float32";

    /// <summary>The same with the usual dataset of a table, where none is named.</summary>
    public NetworkRequest For(BenchmarkTable table) =>
        Dataset is null ? this with { Dataset = table.UsualDataset } : this;

    /// <summary>
    /// The task of dataset (the usual one of the space if none is named), image size and network size.
    /// </summary>
    /// <param name="space">Space of the architectures.</param>
    /// <exception cref="UserError">
    /// The dataset is unknown, a size out of range, or the space's networks have one size alone.
    /// </exception>
    public ImageTask Task(ISearchSpace space)
    {
        var task = ImageTask.Named(Dataset ?? space.UsualDataset).In(space, Channels, Cells);
        return ImageSize is { } side ? task.OfSide(side) : task;
    }

    /// <summary>Checks everything, opens the input and loads libtorch.</summary>
    /// <param name="space">Space of the architectures.</param>
    /// <exception cref="UserError">
    /// A name is unknown, or input, libtorch or device cannot be used.
    /// </exception>
    public (ProbeSettings Probe, Protocol Protocol) Open(ISearchSpace space) => Open(Task(space));

    /// <summary>The same for networks of a task that is known.</summary>
    /// <param name="task">What the networks are built for.</param>
    /// <exception cref="UserError">
    /// A name is unknown, or input, libtorch or device cannot be used.
    /// </exception>
    public (ProbeSettings Probe, Protocol Protocol) Open(ImageTask task)
    {
        var batch = Limits.Batch(Batch);
        var input = InputSource.Open(Images);
        input.RequireTwoBatches(batch);
        var text = Protocol.InputOf(input.Name, InputSeed ?? Seed, Seed);
        var population = Limits.Population(Population ?? (Device == "cuda" ? OnGpu : 1));
        var device = Protocol.DeviceOf(Device, population);
        var protocol = new Protocol(Seed, task.Name, text, batch, Init, DType, device);
        return (ProtocolSettings.Of(protocol, input), protocol);
    }
}
