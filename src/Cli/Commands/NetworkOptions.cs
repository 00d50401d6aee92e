using System.CommandLine;
using System.Security.Cryptography;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Images;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;
using ZcBench.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>The options that decide what network is run on what input, shared by run and score.</summary>
internal sealed class NetworkOptions
{
    /// <summary>Every proxy draws weights as its authors do.</summary>
    public const string Published = "published";

    public const int MaxBatch = 4096;

    /// <summary>Independent uniform pixels, the input of the golden values.</summary>
    public const string Noise = "noise";

    /// <summary>Random textures with the spectrum of photographs.</summary>
    public const string Texture = "texture";

    public Option<string> Dataset { get; } = new("--dataset")
    {
        Description = "Dataset (image size and classes): cifar10, cifar10-valid, cifar100 or ImageNet16-120",
        DefaultValueFactory = _ => ImageTask.Cifar10.Dataset,
    };

    public Option<long> Seed { get; } = new("--seed")
    {
        Description = "Seed of weights, minibatch and sample",
        DefaultValueFactory = _ => 0,
    };

    public Option<long?> InputSeed { get; } = new("--input-seed")
    {
        Description = "Seed of the minibatch only; --seed if not given",
    };

    public Option<int> Batch { get; }

    public Option<string> Images { get; }

    public Option<string> Init { get; }

    public Option<string> Device { get; } = new("--device")
    {
        Description = "cpu or cuda",
        DefaultValueFactory = _ => "cpu",
    };

    public Option<string> DType { get; } = new("--dtype")
    {
        Description = "float32 or float64",
        DefaultValueFactory = _ => "float32",
    };

    public Option<string?> Memory { get; } = new("--memory")
    {
        Description = "Memory limit for tensors, such as 8GB; half of the free memory if not given (no limit "
            + "on a GPU)",
    };

    public NetworkOptions(int batch, string images, string init)
    {
        Batch = new("--batch") { Description = "Images in the minibatch", DefaultValueFactory = _ => batch };
        Images = ImagesOption(images);
        Init = InitOption(init);
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Dataset, Seed, InputSeed, Batch, Images, Init, Device, DType, Memory })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Checks every option before anything is computed.</summary>
    public (ProbeSettings Probe, Protocol Protocol) Read(ParseResult parsed)
    {
        var task = ImageTask.Named(parsed.GetValue(Dataset)!);
        var seed = parsed.GetValue(Seed);
        var inputSeed = parsed.GetValue(InputSeed) ?? seed;
        var batch = CheckedBatch(parsed.GetValue(Batch));
        var images = parsed.GetValue(Images)!;
        RequireImages(images, batch);
        var (first, second, input) = Batches(images, task, batch, inputSeed);
        var init = InitNamed(parsed.GetValue(Init)!);
        var placement = Placement.Named(parsed.GetValue(Device)!, parsed.GetValue(DType)!);
        return (
            new(task, first, second, seed, placement, input == Noise, init) { InputSeed = inputSeed },
            new(seed, task.Dataset, Protocol.InputOf(input, inputSeed, seed), batch, parsed.GetValue(Init)!, parsed.GetValue(DType)!, parsed.GetValue(Device)!));
    }

    /// <summary>The settings that a protocol was measured with.</summary>
    /// <param name="protocol">Dataset, minibatch, seeds, initialisation, precision and device of stored
    /// scores.</param>
    /// <param name="images">The image folder, where the input was one.</param>
    /// <exception cref="UserError">The images are not at hand, or are others.</exception>
    public static ProbeSettings Of(Protocol protocol, string? images)
    {
        var (task, source) = (ImageTask.Named(protocol.Dataset), protocol.InputSource);
        if (source is not (Noise or Texture) && images is null)
        {
            throw new UserError(
                $"some scores are missing and the existing ones were computed on {source}; pass that folder "
                    + $"with --images, or use --pool scored");
        }

        var (first, second, input) = Batches(source is Noise or Texture ? source : images!, task, protocol.Batch, protocol.InputSeed);
        return input == source
            ? new(
                task, first, second, protocol.Seed, Placement.Named(protocol.Device, protocol.DType), input == Noise,
                InitNamed(protocol.Init)) { InputSeed = protocol.InputSeed }
            : throw new UserError(
                $"some scores are missing and the existing ones were computed on {source}, not on {input} "
                    + $"({images}); "
                + "pass the original folder with --images");
    }

    /// <summary>The bytes that tensors may take; 0 for no bound.</summary>
    public long MemoryLimit(ParseResult parsed)
    {
        var onCpu = parsed.GetValue(Device) == "cpu";
        return parsed.GetValue(Memory) is { } text ? MemorySize.Parse(text) : onCpu ? MemorySize.HalfOfFree() : 0;
    }

    /// <summary>The batch size, which plan takes as well.</summary>
    /// <exception cref="UserError">It is out of range.</exception>
    public static int CheckedBatch(int batch) => batch switch
    {
        > MaxBatch => throw new UserError(
            $"--batch {batch} is too large; the limit is {MaxBatch}, and proxies were published with 16 "
                + $"to 128"),
        < 2 => throw new UserError($"--batch {batch} is too small: batch norm and the kernels need at least "
            + $"2 images"),
        _ => batch,
    };

    /// <summary>
    /// Refuses an input that is not there, or a folder with too few images for two minibatches.
    /// </summary>
    /// <exception cref="UserError">It is.</exception>
    public static void RequireImages(string images, int batch)
    {
        if (images is not (Noise or Texture))
        {
            CifarFolder.Open(images).RequireTwoBatches(batch);
        }
    }

    /// <summary>An option that plan shares.</summary>
    public static Option<string> ImagesOption(string images) => new("--images")
    {
        Description = "'noise' (independent uniform pixels), 'texture' (noise with the 1/f spectrum of photographs), "
            + "or a folder with CIFAR-10's binary files",
        DefaultValueFactory = _ => images,
    };

    /// <summary>An option that plan shares.</summary>
    public static Option<string> InitOption(string init) => new("--init")
    {
        Description = "Initial weights: 'published' (each proxy's own), or default, kaiming or gaussian for "
            + "all proxies that allow it",
        DefaultValueFactory = _ => init,
    };

    /// <summary>The initialisation forced on all proxies, null for each its own.</summary>
    public static InitKind? InitNamed(string name) => name switch
    {
        Published => null,
        "default" => InitKind.Default,
        "kaiming" => InitKind.KaimingNormal,
        "gaussian" => InitKind.StandardNormal,
        _ => throw new UserError($"--init '{name}' is unknown; use published, default, kaiming or gaussian"),
    };

    private static (Minibatch First, Minibatch Second, string Input) Batches(
        string images, ImageTask task, int batch, long seed)
    {
        switch (images)
        {
            case Noise:
                return (Minibatch.Noise(task, batch, seed), Minibatch.Noise(task, batch, seed, second: true), Noise);
            case Texture:
                return (Minibatch.Texture(task, batch, seed), Minibatch.Texture(task, batch, seed, second: true), Texture);
            default:
                var folder = CifarFolder.Open(images);
                return (
                    Minibatch.Images(folder, task, batch, seed),
                    Minibatch.Images(folder, task, batch, seed, second: true), $"images:{Digest(images)}");
        }
    }

    private static string Digest(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(folder, "data_batch_*.bin").Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
