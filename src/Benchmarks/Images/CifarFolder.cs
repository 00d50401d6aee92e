using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Benchmarks.Images;

/// <summary>
/// Minibatches of real images from a folder with CIFAR-10's binary files, data_batch_1.bin to
/// data_batch_5.bin: records of one label byte and 3,072 bytes of pixels, channel first.
/// </summary>
public sealed class CifarFolder
{
    private const int Pixels = 3 * 32 * 32;
    private const int Record = 1 + Pixels;
    private const int Classes = 10;

    // Channel statistics of the training images, on the scale of 0 to 255.
    private static readonly float[] Mean = [125.3f, 123.0f, 113.9f];
    private static readonly float[] Deviation = [63.0f, 62.1f, 66.7f];

    /// <summary>A black pixel after normalisation, by channel.</summary>
    public static IReadOnlyList<float> Black { get; } =
    [.. Mean.Zip(Deviation, (mean, deviation) => -mean / deviation)];

    private readonly string[] _files;
    private readonly int[] _counts;

    private CifarFolder(string[] files, int[] counts)
    {
        _files = files;
        _counts = counts;
    }

    /// <summary>Number of images in the folder.</summary>
    public int Count => _counts.Sum();

    /// <summary>
    /// Opens a folder; one without such files, or with a damaged one, is a <see cref="UserError"/>.
    /// </summary>
    public static CifarFolder Open(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UserError(
                File.Exists(folder)
                    ? $"'{folder}' is a file, where a folder of images was expected; "
                        + "give the folder that holds it"
                    : $"image folder '{folder}' does not exist; "
                        + "give a folder with CIFAR-10's binary files, or 'noise'"
            );
        }

        var files = Directory.GetFiles(folder, "data_batch_*.bin").Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
        {
            throw new UserError(
                $"image folder '{folder}' holds no data_batch_*.bin; "
                    + "it must hold the files of CIFAR-10's 'binary version' (cifar-10-binary.tar.gz)"
            );
        }

        return new(files, [.. files.Select(CountRecords)]);
    }

    /// <summary>
    /// Refuses a batch of which the folder does not hold two minibatches: some proxies compare two.
    /// </summary>
    /// <exception cref="UserError">It is too large.</exception>
    public void RequireTwoBatches(int batch)
    {
        if (2L * batch > Count)
        {
            throw new UserError(
                $"--batch {batch} takes {2L * batch} images, because two minibatches are drawn, "
                    + $"and the folder holds {Count}; "
                    + (Count >= 4 ? $"lower --batch to {Count / 2}" : "give a folder with more images")
            );
        }
    }

    /// <summary>
    /// <paramref name="count"/> images drawn without replacement, normalised by channel, in the order of the
    /// draw's indices, skipping the first <paramref name="skip"/> of the seeded order.
    /// </summary>
    /// <returns>Pixels [count, 3, 32, 32] and labels [count].</returns>
    public (float[] Pixels, long[] Labels) Draw(int count, long seed, int skip = 0)
    {
        if (skip + count > Count)
        {
            throw new UserError(
                $"{skip + count} images are drawn, and the folder holds {Count}; lower --batch"
            );
        }

        var order = Enumerable.Range(0, Count).ToArray();
        var random = new CounterRandom(seed, "images");
        for (var i = 0; i < skip + count; i++)
        {
            var j = i + (int)random.Below(i, Count - i);
            (order[i], order[j]) = (order[j], order[i]);
        }

        var pixels = new float[count * Pixels];
        var labels = new long[count];
        for (var i = 0; i < count; i++)
        {
            labels[i] = Read(order[skip + i], pixels.AsSpan(i * Pixels, Pixels));
        }

        return (pixels, labels);
    }

    private int Read(int index, Span<float> pixels)
    {
        var file = 0;
        while (index >= _counts[file])
        {
            index -= _counts[file++];
        }

        var record = new byte[Record];
        using var stream = File.OpenRead(_files[file]);
        stream.Seek((long)index * Record, SeekOrigin.Begin);
        stream.ReadExactly(record);
        for (var i = 0; i < Pixels; i++)
        {
            var channel = i / (Pixels / 3);
            pixels[i] = (record[1 + i] - Mean[channel]) / Deviation[channel];
        }

        return record[0] < Classes
            ? record[0]
            : throw new UserError(
                $"{_files[file]}, image {index}: label {record[0]} is above 9; "
                    + "this is not CIFAR-10's binary layout"
            );
    }

    private static int CountRecords(string file)
    {
        var length = new FileInfo(file).Length;
        return length > 0 && length % Record == 0
            ? (int)(length / Record)
            : throw new UserError(
                $"{file} has {length} bytes, which is not a multiple of {Record} (a label and 3x32x32 "
                    + "pixels); it is cut off or not CIFAR-10's binary layout: fetch it again"
            );
    }
}
