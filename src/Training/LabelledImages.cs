using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Images;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Networks;

namespace ZcBench.Training;

/// <summary>Images with their labels in memory, of which minibatches are drawn.</summary>
public sealed class LabelledImages
{
    private const int Margin = 4;
    private readonly float[] _pixels;
    private readonly long[] _labels;
    private readonly float[] _black;

    private LabelledImages(float[] pixels, long[] labels, ImageTask task, float[] black)
    {
        _pixels = pixels;
        _labels = labels;
        Task = task;
        _black = black;
    }

    /// <summary>Shape of an image and number of classes.</summary>
    public ImageTask Task { get; }

    /// <summary>Number of images.</summary>
    public int Count => _labels.Length;

    /// <summary>Images of a folder, as many as asked for, drawn without replacement.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="count">How many; null for all.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="classes">
    /// The first so many classes alone, which are then those of <see cref="Task"/>; null for all.
    /// </param>
    /// <exception cref="UserError">The folder has not so many images or classes.</exception>
    public static LabelledImages Of(CifarFolder folder, int? count, long seed, int? classes = null)
    {
        var (pixels, labels) = classes is { } first
            ? folder.DrawOfFirst(first, count, seed)
            : folder.Draw(count ?? folder.Count, seed);
        var task = folder.Task with { Classes = classes ?? folder.Task.Classes };
        return new(pixels, labels, task, [.. folder.Black]);
    }

    /// <summary>Images at hand, black being 0.</summary>
    public static LabelledImages Of(Minibatch images) =>
        new(images.Pixels, images.Labels, images.Task, new float[images.Task.Image.Channels]);

    /// <summary>SHA-256 of pixels and labels in order, hexadecimal.</summary>
    public string Checksum()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(_pixels.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(_labels.AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Some of the images.</summary>
    public LabelledImages Part(Range range)
    {
        var (from, count) = range.GetOffsetAndLength(Count);
        var size = (int)Task.Image.Elements;
        return new(_pixels[(from * size)..((from + count) * size)], _labels[range], Task, _black);
    }

    /// <summary>The same images with their labels in another order: what a control learns from.</summary>
    public LabelledImages WithShuffledLabels(SequentialRandom random) =>
        new(_pixels, [.. random.Distinct(Count, Count).Select(i => _labels[i])], Task, _black);

    /// <summary>All of them, as they are.</summary>
    public Minibatch Whole() => new(_pixels, _labels, Task);

    /// <summary>
    /// Different images drawn at random; fewer where there are not so many. With augmentation, each is
    /// mirrored or not, and cut from itself with a black margin of four pixels.
    /// </summary>
    public Minibatch Draw(int count, SequentialRandom random, bool augment) =>
        Take(random.Distinct(Count, Math.Min(count, Count)), augment ? random : null);

    /// <summary>The images of those numbers, in their order.</summary>
    /// <param name="numbers">Which, from 0.</param>
    /// <param name="augmentation">
    /// Mirrors each image or not and cuts it from itself with a black margin of four pixels; null for images
    /// as they are.
    /// </param>
    public Minibatch Take(ReadOnlySpan<int> numbers, SequentialRandom? augmentation = null)
    {
        var size = (int)Task.Image.Elements;
        var pixels = new float[numbers.Length * size];
        var labels = new long[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            labels[i] = _labels[numbers[i]];
            var image = _pixels.AsSpan(numbers[i] * size, size);
            var target = pixels.AsSpan(i * size, size);
            if (augmentation is not null)
            {
                Augment(image, target, augmentation);
            }
            else
            {
                image.CopyTo(target);
            }
        }

        return new(pixels, labels, Task);
    }

    private void Augment(ReadOnlySpan<float> image, Span<float> target, SequentialRandom random)
    {
        var mirrored = random.Below(2) == 1;
        var (down, right) = (random.Below(2 * Margin + 1) - Margin, random.Below(2 * Margin + 1) - Margin);
        var (height, width) = (Task.Image.Height, Task.Image.Width);
        var place = 0;
        for (var channel = 0; channel < Task.Image.Channels; channel++)
        {
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++, place++)
                {
                    var (row, column) = (y + down, x + right);
                    var isInside = row >= 0 && row < height && column >= 0 && column < width;
                    var source = mirrored ? width - 1 - column : column;
                    target[place] = isInside
                        ? image[(channel * height + row) * width + source]
                        : _black[channel];
                }
            }
        }
    }
}
