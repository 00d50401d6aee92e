using System.Text.Json.Nodes;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Images;
using ZcBench.Benchmarks.Tables;
using ZcBench.Proxies.Networks;

namespace ZcBench.Supernets.Searches;

/// <summary>What is searched, with what, and where the results go.</summary>
internal sealed record SupernetRequest
{
    private const int FewestImages = 20;

    /// <summary>The searches.</summary>
    public required IReadOnlyList<SupernetCall> Calls { get; init; }

    /// <summary>The table that judges, of the space that is searched.</summary>
    public required BenchmarkTable Table { get; init; }

    /// <summary>Images with labels.</summary>
    public required CifarFolder Images { get; init; }

    /// <summary>How many of them are used; null for all.</summary>
    public int? ImageCount { get; init; }

    /// <summary>Size and training of the network.</summary>
    public SupernetSettings Settings { get; init; } = new();

    /// <summary>Where, and how precisely.</summary>
    public required Placement Placement { get; init; }

    /// <summary>Searches of each method.</summary>
    public int Seeds { get; init; } = 3;

    /// <summary>Seed of the first; the next ones count up.</summary>
    public long Seed { get; init; }

    /// <summary>Searches at a time, each with one thread.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Folder of outcomes, tables and figures.</summary>
    public required string Folder { get; init; }

    /// <summary>Refuses a request that cannot be carried out, before anything is trained.</summary>
    /// <exception cref="UserError">A number is out of range, or the space has no such network.</exception>
    public void Check()
    {
        Settings.Check();
        SupernetSettings.Require("--seeds", Seeds, 1, 1000);
        SupernetSettings.Require("--workers", Workers, 1, 1024);
        if (ImageCount is { } count)
        {
            SupernetSettings.Require("--image-count", count, FewestImages, Images.Count);
        }

        var half = (ImageCount ?? Images.Count) / 2;
        if (half < Settings.Batch)
        {
            throw new UserError(
                $"half of the images are {half}, fewer than a minibatch of {Settings.Batch}; "
                    + "lower --batch or give more images"
            );
        }

        if (SearchSpaces.Named(Table.Description.Space).BuildSupernet(Images.Task, 1, 1) is null)
        {
            throw new UserError(
                $"{SearchSpaces.Named(Table.Description.Space).Title} has no weight-sharing network here; "
                    + "give a table of NAS-Bench-201"
            );
        }
    }

    /// <summary>What outcomes depend on: a folder holds outcomes of one such setting.</summary>
    public JsonObject Describe(string images) =>
        new()
        {
            ["space"] = Table.Description.Space,
            ["table"] = Table.Description.Id,
            ["table_sha256"] = Table.Checksum,
            ["images_sha256"] = images,
            ["images"] = ImageCount ?? Images.Count,
            ["channels"] = Settings.Channels,
            ["cells"] = Settings.Cells,
            ["epochs"] = Settings.Epochs,
            ["batch"] = Settings.Batch,
            ["matching_batches"] = Settings.MatchingBatches,
            ["permutations"] = Settings.Permutations,
            ["game_images"] = Settings.GameImages,
            ["paths"] = Settings.Paths,
            ["dtype"] = Placement.DType == torch.float64 ? "float64" : "float32",
            ["device"] = Placement.Device.type == DeviceType.CUDA ? "cuda" : "cpu",
        };
}
