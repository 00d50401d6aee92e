using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Benchmarks.Images;

/// <summary>
/// Minibatches of real images from a folder with the binary files of CIFAR-10 or CIFAR-100. CIFAR-10 is
/// data_batch_1.bin to data_batch_5.bin: records of one label byte and 3,072 bytes of pixels, channel first.
/// CIFAR-100 is train.bin: records of a coarse label, a fine label, which is the class, and pixels likewise.
/// </summary>
public sealed class CifarFolder
{
    private readonly CifarLayout _layout;
    private readonly string[] _files;
    private readonly int[] _counts;

    private CifarFolder(CifarLayout layout, string[] files)
    {
        _layout = layout;
        _files = files;
        _counts = [.. files.Select(layout.Count)];
        Black = [.. layout.Mean.Zip(layout.Deviation, (mean, deviation) => -mean / deviation)];
    }

    /// <summary>Name of the dataset for people: CIFAR-10 or CIFAR-100.</summary>
    public string Title => _layout.Title;

    /// <summary>Shape of an image and number of classes: cifar10 or cifar100.</summary>
    public ImageTask Task => _layout.Tasks[0];

    /// <summary>Paths of the files, in the order of their images.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>A black pixel after normalisation, by channel.</summary>
    public IReadOnlyList<float> Black { get; }

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
                        + "give a folder with the binary files of CIFAR-10 or CIFAR-100, or 'noise'"
            );
        }

        var (ten, hundred) = (CifarLayout.Cifar10.FilesIn(folder), CifarLayout.Cifar100.FilesIn(folder));
        return (ten, hundred) switch
        {
            ([], []) => throw new UserError(
                $"image folder '{folder}' holds neither data_batch_*.bin nor train.bin; "
                    + "it must hold the files of the 'binary version' of CIFAR-10 (cifar-10-binary.tar.gz) "
                    + "or CIFAR-100 (cifar-100-binary.tar.gz)"
            ),
            (_, []) => new(CifarLayout.Cifar10, ten),
            ([], _) => new(CifarLayout.Cifar100, hundred),
            _ => throw new UserError(
                $"image folder '{folder}' holds both data_batch_*.bin of CIFAR-10 and train.bin "
                    + "of CIFAR-100; give a folder with the files of one of them"
            ),
        };
    }

    /// <summary>Refuses a task that has other images.</summary>
    /// <exception cref="UserError">It is not one of the folder's dataset.</exception>
    public void RequireFit(ImageTask task)
    {
        if (!_layout.Tasks.Contains(task with { Size = null }))
        {
            throw new UserError(
                $"images of {Title} do not fit {task.Dataset} ({task.Image}, {task.Classes} classes); "
                    + $"use --dataset {Task.Dataset} or --images noise"
            );
        }
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

        return Read(Shuffled([.. Enumerable.Range(0, Count)], skip + count, seed).AsSpan(skip, count));
    }

    /// <summary>
    /// Images of the first classes alone, those with labels below <paramref name="classes"/>, drawn without
    /// replacement and normalised by channel. For all classes they are those of <see cref="Draw"/>.
    /// </summary>
    /// <param name="classes">Number of classes, from 2 to those of <see cref="Task"/>.</param>
    /// <param name="count">Number of images; null for all there are.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <returns>Pixels [count, 3, 32, 32] and labels [count].</returns>
    /// <exception cref="UserError">There are not so many classes or images.</exception>
    public (float[] Pixels, long[] Labels) DrawOfFirst(int classes, int? count, long seed)
    {
        var some = OfFirst(classes);
        var wanted = count ?? Math.Max(1, some.Length);
        return wanted <= some.Length
            ? Read(Shuffled(some, wanted, seed).AsSpan(0, wanted))
            : throw new UserError(
                $"{wanted} images of the first {classes} classes are drawn, "
                    + $"and the folder holds {some.Length}; ask for fewer images or more classes"
            );
    }

    /// <summary>Number of images of the first classes alone.</summary>
    /// <exception cref="UserError">There are not so many classes.</exception>
    public int CountOfFirst(int classes) => OfFirst(classes).Length;

    private int[] OfFirst(int classes) =>
        classes >= 2 && classes <= Task.Classes
            ? [.. Labels().Index().Where(item => item.Item < classes).Select(item => item.Index)]
            : throw new UserError(
                $"the number of classes must be from 2 to {Task.Classes} for {Title} (got {classes})"
            );

    // The first of them are drawn: a partial Fisher-Yates shuffle.
    private static int[] Shuffled(int[] images, int drawn, long seed)
    {
        var random = new CounterRandom(seed, "images");
        for (var i = 0; i < drawn; i++)
        {
            var j = i + (int)random.Below(i, images.Length - i);
            (images[i], images[j]) = (images[j], images[i]);
        }

        return images;
    }

    private IEnumerable<int> Labels()
    {
        var labels = new byte[_layout.Labels];
        for (var file = 0; file < _files.Length; file++)
        {
            using var handle = File.OpenHandle(_files[file]);
            for (var image = 0; image < _counts[file]; image++)
            {
                var read = RandomAccess.Read(handle, labels, (long)image * _layout.Record);
                yield return read == labels.Length
                    ? Checked(labels[^1], file, image)
                    : throw new EndOfStreamException($"{_files[file]} has become shorter");
            }
        }
    }

    private (float[] Pixels, long[] Labels) Read(ReadOnlySpan<int> images)
    {
        var pixels = new float[images.Length * CifarLayout.Pixels];
        var labels = new long[images.Length];
        for (var i = 0; i < images.Length; i++)
        {
            labels[i] = Read(images[i], pixels.AsSpan(i * CifarLayout.Pixels, CifarLayout.Pixels));
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

        var record = new byte[_layout.Record];
        using var stream = File.OpenRead(_files[file]);
        stream.Seek((long)index * record.Length, SeekOrigin.Begin);
        stream.ReadExactly(record);
        var bytes = record.AsSpan(_layout.Labels);
        for (var i = 0; i < bytes.Length; i++)
        {
            var channel = i / (CifarLayout.Pixels / 3);
            pixels[i] = (bytes[i] - _layout.Mean[channel]) / _layout.Deviation[channel];
        }

        return Checked(record[_layout.Labels - 1], file, index);
    }

    private int Checked(byte label, int file, int image) =>
        label < _layout.Classes
            ? label
            : throw new UserError(
                $"{_files[file]}, image {image}: label {label} is above {_layout.Classes - 1}; "
                    + $"this is not {Title}'s binary layout"
            );
}
