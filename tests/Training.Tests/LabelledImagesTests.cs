using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Images;
using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Training.Tests;

public sealed class LabelledImagesTests : IDisposable
{
    private const int Size = 32;
    private readonly string _folder = Directory.CreateTempSubdirectory("images").FullName;

    public LabelledImagesTests() => Images.Write(_folder, 30, 0);

    [Fact]
    public void Draws_depend_on_the_stream_alone()
    {
        var images = LabelledImages.Of(CifarFolder.Open(_folder), null, 0);
        var (first, second) = (
            images.Draw(8, Stream("a"), augment: true),
            images.Draw(8, Stream("a"), augment: true)
        );
        Assert.Equal(first.Pixels, second.Pixels);
        Assert.NotEqual(first.Pixels, images.Draw(8, Stream("b"), augment: true).Pixels);
    }

    [Fact]
    public void Parts_hold_different_images_and_together_all()
    {
        var images = LabelledImages.Of(CifarFolder.Open(_folder), null, 0);
        var (half, rest) = (images.Part(..15), images.Part(15..));
        Assert.Equal(images.Whole().Pixels, half.Whole().Pixels.Concat(rest.Whole().Pixels));
        Assert.Equal(30, half.Count + rest.Count);
    }

    [Fact]
    public void A_minibatch_larger_than_the_images_takes_each_once()
    {
        var images = LabelledImages.Of(CifarFolder.Open(_folder), 20, 0);
        Assert.Equal(20, images.Draw(64, Stream("a"), augment: false).Count);
    }

    [Fact]
    public void Shuffled_labels_are_the_same_labels_on_other_images()
    {
        var images = LabelledImages.Of(CifarFolder.Open(_folder), null, 0);
        var shuffled = images.WithShuffledLabels(Stream("labels"));
        Assert.Equal(images.Whole().Pixels, shuffled.Whole().Pixels);
        Assert.NotEqual(images.Whole().Labels, shuffled.Whole().Labels);
        Assert.Equal(images.Whole().Labels.Order(), shuffled.Whole().Labels.Order());
        Assert.NotEqual(images.Checksum(), shuffled.Checksum());
    }

    [Fact]
    public void Augmented_images_are_shifted_by_at_most_four_pixels_mirrored_or_not_on_black() =>
        Shifts(CifarFolder.Open(_folder));

    [Fact]
    public void The_margin_of_CIFAR_100_is_its_own_black() =>
        Shifts(CifarFolder.Open(Images.WriteCifar100(Path.Combine(_folder, "hundred"), 30, 0)));

    [Fact]
    public void Images_of_CIFAR_100_have_its_task()
    {
        var folder = CifarFolder.Open(Images.WriteCifar100(Path.Combine(_folder, "hundred"), 100, 0));
        Assert.Equal(ImageTask.Cifar100, LabelledImages.Of(folder, 50, 0).Task);
    }

    [Fact]
    public void Images_of_the_first_classes_have_a_task_of_so_many()
    {
        var folder = CifarFolder.Open(_folder);
        var images = LabelledImages.Of(folder, null, 0, classes: 4);
        Assert.Equal(ImageTask.Cifar10 with { Classes = 4 }, images.Task);
        Assert.Equal(12, images.Count);
        Assert.All(images.Whole().Labels, label => Assert.InRange(label, 0, 3));
        Assert.Equal(
            LabelledImages.Of(folder, 20, 0).Checksum(),
            LabelledImages.Of(folder, 20, 0, classes: 10).Checksum()
        );
    }

    private static void Shifts(CifarFolder folder)
    {
        var (images, black) = (LabelledImages.Of(folder, 1, 0), folder.Black);
        var plain = images.Whole().Pixels;
        var seen = new HashSet<(bool, int, int)>();
        for (var i = 0; i < 400; i++)
        {
            var drawn = images.Draw(1, Stream($"{i}"), augment: true).Pixels;
            seen.Add(Find(plain, drawn, black));
        }

        Assert.Contains(seen, item => item is { Item2: -4 });
        Assert.Contains(seen, item => item is { Item2: 4 });
        Assert.Contains(seen, item => item is { Item3: -4 });
        Assert.Contains(seen, item => item is { Item3: 4 });
        Assert.Contains(seen, item => item.Item1);
        Assert.Contains(seen, item => !item.Item1);
    }

    // Which mirroring and shift made an image of another; fails where none did.
    private static (bool Mirrored, int Down, int Right) Find(
        float[] plain,
        float[] drawn,
        IReadOnlyList<float> black
    )
    {
        foreach (var mirrored in new[] { false, true })
        {
            for (var down = -4; down <= 4; down++)
            {
                for (var right = -4; right <= 4; right++)
                {
                    if (IsMade(plain, drawn, black, mirrored, down, right))
                    {
                        return (mirrored, down, right);
                    }
                }
            }
        }

        Assert.Fail("no shift explains the image");
        return default;
    }

    private static bool IsMade(
        float[] plain,
        float[] drawn,
        IReadOnlyList<float> black,
        bool mirrored,
        int down,
        int right
    )
    {
        for (var i = 0; i < drawn.Length; i++)
        {
            var (channel, row, column) = (i / (Size * Size), i / Size % Size + down, i % Size + right);
            var isInside = row is >= 0 and < Size && column is >= 0 and < Size;
            var source = mirrored ? Size - 1 - column : column;
            var expected = isInside ? plain[(channel * Size + row) * Size + source] : black[channel];
            if (drawn[i] != expected)
            {
                return false;
            }
        }

        return true;
    }

    private static SequentialRandom Stream(string name) => new(new CounterRandom(name));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
