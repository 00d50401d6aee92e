using System.Security.Cryptography;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Images;
using ZcBench.Proxies.Networks;
using ZcBench.Training;

namespace ZcBench.Runs;

/// <summary>
/// What networks are fed: white noise, textures, or a folder of images, which is opened and hashed once.
/// </summary>
public sealed class InputSource
{
    /// <summary>Independent uniform pixels, the input of the golden values.</summary>
    public const string Noise = "noise";

    /// <summary>Random textures with the spectrum of photographs.</summary>
    public const string Texture = "texture";

    private readonly CifarFolder? _folder;
    private readonly Lazy<string> _name;

    private InputSource(string images, CifarFolder? folder)
    {
        _folder = folder;
        _name = new(() => folder is null ? images : $"images:{Digest(folder)}");
    }

    /// <summary>"noise", "texture", or "images:" and a digest of the files, as protocols name it.</summary>
    public string Name => _name.Value;

    /// <summary>Whether it is white noise, which some proxies ask for anyway.</summary>
    public bool IsNoise => _folder is null && Name == Noise;

    /// <summary>The source of that name, else the folder at that path.</summary>
    /// <exception cref="UserError">The folder is not there, or holds no images.</exception>
    public static InputSource Open(string images) =>
        new(images, IsDrawn(images) ? null : CifarFolder.Open(images));

    /// <summary>Whether a name stands for random numbers, so that there are no files to open.</summary>
    public static bool IsDrawn(string name) => name is Noise or Texture;

    /// <summary>Refuses a batch of which a folder does not hold two minibatches.</summary>
    /// <exception cref="UserError">It is too large.</exception>
    public void RequireTwoBatches(int batch) => _folder?.RequireTwoBatches(batch);

    /// <summary>How many images with labels a folder holds, of all classes or the first.</summary>
    /// <exception cref="UserError">
    /// It is not a folder, or the folder has fewer classes. The sentence begins with what the images are for.
    /// </exception>
    internal int ImageCount(string purpose, int? classes)
    {
        var folder =
            _folder ?? throw new UserError($"{purpose}; give a folder with --images or --train-images");
        return classes is { } first ? folder.CountOfFirst(first) : folder.Count;
    }

    /// <summary>Images of a folder with their labels, drawn without replacement.</summary>
    internal LabelledImages Labelled(ImageTask task, int count, int? classes, long seed)
    {
        _folder!.RequireFit(task);
        return LabelledImages.Of(_folder, count, seed, classes);
    }

    /// <summary>
    /// The minibatch that every network sees, and a second one for the proxies that compare two.
    /// </summary>
    internal (Minibatch First, Minibatch Second) Batches(ImageTask task, int batch, long seed)
    {
        return (Draw(second: false), Draw(second: true));

        Minibatch Draw(bool second) =>
            _folder is not null ? Minibatch.Images(_folder, task, batch, seed, second)
            : IsNoise ? Minibatch.Noise(task, batch, seed, second)
            : Minibatch.Texture(task, batch, seed, second);
    }

    private static string Digest(CifarFolder folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in folder.Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
