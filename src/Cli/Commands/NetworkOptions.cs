using System.CommandLine;
using ZcBench.Cli.Terminal;
using ZcBench.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>The options that decide what network is run on what input, shared by run and score.</summary>
internal sealed class NetworkOptions
{
    public Option<string?> Dataset { get; } =
        new("--dataset")
        {
            Description =
                "Dataset (image size and classes): cifar10, cifar10-valid, cifar100, ImageNet16-120, "
                + "or a task of TransNAS-Bench-101 such as class_object; "
                + "the usual one of the table or space if not given",
        };

    public Option<int?> ImageSize { get; } =
        new("--image-size") { Description = "Side of the images in pixels; the dataset's own if not given" };

    public Option<int?> Channels { get; } =
        new("--channels")
        {
            Description = "Channels of the first cells, where the space lets one choose (darts)",
        };

    public Option<int?> Cells { get; } =
        new("--cells") { Description = "Number of cells, where the space lets one choose (darts)" };

    public Option<long> Seed { get; } =
        new("--seed") { Description = "Seed of weights, minibatch and sample", DefaultValueFactory = _ => 0 };

    public Option<long?> InputSeed { get; } =
        new("--input-seed") { Description = "Seed of the minibatch only; --seed if not given" };

    public Option<int> Batch { get; }

    public Option<string> Images { get; }

    public Option<string> Init { get; }

    public Option<string> Device { get; } = DeviceOption();

    public Option<string> DType { get; } = DTypeOption();

    public Option<string?> Memory { get; } = MemoryOption();

    /// <summary>Options with the batch, the images and the initialisation of a request as defaults.</summary>
    public NetworkOptions(NetworkRequest usual)
    {
        Batch = new("--batch")
        {
            Description = "Images in the minibatch",
            DefaultValueFactory = _ => usual.Batch,
        };
        Images = ImagesOption(usual.Images);
        Init = InitOption(usual.Init);
    }

    public void AddTo(Command command)
    {
        foreach (
            var option in new Option[]
            {
                Dataset,
                ImageSize,
                Channels,
                Cells,
                Seed,
                InputSeed,
                Batch,
                Images,
                Init,
                Device,
                DType,
                Memory,
            }
        )
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What the options ask for, not checked yet.</summary>
    public NetworkRequest Read(ParseResult parsed) =>
        new()
        {
            Dataset = parsed.GetValue(Dataset),
            ImageSize = parsed.GetValue(ImageSize),
            Channels = parsed.GetValue(Channels),
            Cells = parsed.GetValue(Cells),
            Seed = parsed.GetValue(Seed),
            InputSeed = parsed.GetValue(InputSeed),
            Batch = parsed.GetValue(Batch),
            Images = parsed.GetValue(Images)!,
            Init = parsed.GetValue(Init)!,
            Device = parsed.GetValue(Device)!,
            DType = parsed.GetValue(DType)!,
        };

    /// <summary>The bytes that tensors may take; null if not given.</summary>
    public long? MemoryLimit(ParseResult parsed) => MemoryLimit(parsed.GetValue(Memory));

    /// <summary>The value of --memory in bytes; null if not given.</summary>
    public static long? MemoryLimit(string? text) => text is null ? null : MemorySize.Parse(text);

    /// <summary>An option that search shares.</summary>
    public static Option<string?> MemoryOption() =>
        new Option<string?>("--memory")
        {
            Description =
                "Memory limit for tensors, such as 8GB; "
                + "half of the free memory if not given (no limit on a GPU)",
        }.Checked(text => MemorySize.Parse(text));

    /// <summary>An option that profile and supernet share.</summary>
    public static Option<string> DeviceOption() =>
        new Option<string>("--device")
        {
            Description = "cpu or cuda",
            DefaultValueFactory = _ => "cpu",
        }.Among("cpu", "cuda");

    /// <summary>An option that profile and supernet share.</summary>
    public static Option<string> DTypeOption() =>
        new Option<string>("--dtype")
        {
            Description = "float32 or float64",
            DefaultValueFactory = _ => "float32",
        }.Among("float32", "float64");

    /// <summary>An option that plan shares.</summary>
    public static Option<string> ImagesOption(string images) =>
        new("--images")
        {
            Description =
                "'noise' (independent uniform pixels), "
                + "'texture' (noise with the 1/f spectrum of photographs), "
                + "or a folder with the binary files of CIFAR-10 or CIFAR-100",
            DefaultValueFactory = _ => images,
        };

    /// <summary>An option that plan shares.</summary>
    public static Option<string> InitOption(string init) =>
        new Option<string>("--init")
        {
            Description =
                "Initial weights: 'published' (each proxy's own), or default, "
                + "kaiming or gaussian for all proxies that allow it",
            DefaultValueFactory = _ => init,
        }.Checked(name => Initialisation.Named(name));
}
