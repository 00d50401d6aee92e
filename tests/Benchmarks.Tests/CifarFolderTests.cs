using ZcBench.Benchmarks.Images;

namespace ZcBench.Benchmarks.Tests;

public sealed class CifarFolderTests : IDisposable
{
    private const int Record = 3073;
    private readonly string _folder = Directory.CreateTempSubdirectory("cifar").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Images_are_normalised_and_keep_their_labels()
    {
        Write(records: 3, fill: 255);
        var (pixels, labels) = CifarFolder.Open(_folder).Draw(3, seed: 0);
        Assert.Equal([0, 1, 2], labels.Order());
        Assert.All(pixels[..1024], x => Assert.Equal((255 - 125.3f) / 63.0f, x));
    }

    [Fact]
    public void A_second_draw_shares_no_image_with_the_first()
    {
        Write(records: 10, fill: 0);
        var folder = CifarFolder.Open(_folder);
        Assert.Empty(folder.Draw(5, seed: 1).Labels.Intersect(folder.Draw(5, seed: 1, skip: 5).Labels));
    }

    [Fact]
    public void A_folder_that_holds_too_few_images_is_refused()
    {
        Write(records: 3, fill: 0);
        var error = Assert.Throws<UserError>(() => CifarFolder.Open(_folder).Draw(4, seed: 0));
        Assert.Contains(
            "4 images are drawn, and the folder holds 3",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_cut_off_file_is_refused_with_its_size()
    {
        File.WriteAllBytes(Path.Combine(_folder, "data_batch_1.bin"), new byte[Record + 5]);
        var error = Assert.Throws<UserError>(() => CifarFolder.Open(_folder));
        Assert.Contains(
            "3078 bytes, which is not a multiple of 3073",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_folder_without_images_is_refused() =>
        Refused("holds neither data_batch_*.bin nor train.bin", () => CifarFolder.Open(_folder));

    [Fact]
    public void The_files_say_which_dataset_it_is()
    {
        Write(records: 3, fill: 0);
        var ten = CifarFolder.Open(_folder);
        Assert.Equal((ImageTask.Cifar10, "CIFAR-10"), (ten.Task, ten.Title));
        File.Delete(Path.Combine(_folder, "data_batch_1.bin"));
        WriteCifar100(0, 99);
        var hundred = CifarFolder.Open(_folder);
        Assert.Equal((ImageTask.Cifar100, "CIFAR-100"), (hundred.Task, hundred.Title));
        Assert.Equal([Path.Combine(_folder, "train.bin")], hundred.Files);
    }

    [Fact]
    public void Images_of_CIFAR_100_are_normalised_and_have_their_fine_labels()
    {
        WriteCifar100(7, 99, 10);
        var folder = CifarFolder.Open(_folder);
        var (pixels, labels) = folder.Draw(3, seed: 0);
        Assert.Equal([7, 10, 99], labels.Order());
        Assert.All(pixels[..1024], x => Assert.Equal((255 - 129.3f) / 68.2f, x));
        Assert.All(pixels[1024..2048], x => Assert.Equal((255 - 124.1f) / 65.4f, x));
        Assert.All(pixels[2048..3072], x => Assert.Equal((255 - 112.4f) / 70.4f, x));
        Assert.Equal([-129.3f / 68.2f, -124.1f / 65.4f, -112.4f / 70.4f], folder.Black);
    }

    [Fact]
    public void Black_of_CIFAR_10_is_that_of_its_statistics()
    {
        Write(records: 1, fill: 0);
        Assert.Equal([-125.3f / 63.0f, -123.0f / 62.1f, -113.9f / 66.7f], CifarFolder.Open(_folder).Black);
    }

    [Fact]
    public void The_order_of_drawn_images_stays()
    {
        Write(records: 10, fill: 0);
        Assert.Equal([9, 6, 7, 0, 8, 3, 1, 5, 2, 4], CifarFolder.Open(_folder).Draw(10, seed: 0).Labels);
    }

    [Fact]
    public void A_fine_label_above_99_is_refused()
    {
        WriteCifar100(100);
        Refused(
            "image 0: label 100 is above 99; this is not CIFAR-100's binary layout",
            () => CifarFolder.Open(_folder).Draw(1, seed: 0)
        );
    }

    [Fact]
    public void A_cut_off_file_of_CIFAR_100_is_refused_with_its_size()
    {
        File.WriteAllBytes(Path.Combine(_folder, "train.bin"), new byte[2 * Record]);
        Refused(
            "6146 bytes, which is not a multiple of 3074 (2 labels and 3x32x32 pixels); "
                + "it is cut off or not CIFAR-100's binary layout",
            () => CifarFolder.Open(_folder)
        );
    }

    [Fact]
    public void A_folder_with_the_files_of_both_is_refused()
    {
        Write(records: 1, fill: 0);
        WriteCifar100(1);
        Refused("holds both data_batch_*.bin of CIFAR-10 and train.bin", () => CifarFolder.Open(_folder));
    }

    [Fact]
    public void Images_fit_the_tasks_of_their_dataset_alone()
    {
        Write(records: 1, fill: 0);
        var ten = CifarFolder.Open(_folder);
        ten.RequireFit(ImageTask.Cifar10);
        ten.RequireFit(ImageTask.Cifar10Valid);
        Refused(
            "images of CIFAR-10 do not fit cifar100 (3x32x32, 100 classes); "
                + "use --dataset cifar10 or --images noise",
            () => ten.RequireFit(ImageTask.Cifar100)
        );
        File.Delete(Path.Combine(_folder, "data_batch_1.bin"));
        WriteCifar100(1);
        var hundred = CifarFolder.Open(_folder);
        hundred.RequireFit(ImageTask.Cifar100);
        Refused(
            "images of CIFAR-100 do not fit cifar10-valid (3x32x32, 10 classes); "
                + "use --dataset cifar100 or --images noise",
            () => hundred.RequireFit(ImageTask.Cifar10Valid)
        );
    }

    [Fact]
    public void Images_of_the_first_classes_are_those_with_smaller_labels()
    {
        Write(records: 10, fill: 0);
        var folder = CifarFolder.Open(_folder);
        Assert.Equal([0, 1, 2], folder.DrawOfFirst(3, null, seed: 0).Labels.Order());
        Assert.All(folder.DrawOfFirst(5, 2, seed: 0).Labels, label => Assert.InRange(label, 0, 4));
        Assert.NotEqual(folder.DrawOfFirst(8, 8, 0).Labels, folder.DrawOfFirst(8, 8, 1).Labels);
    }

    [Fact]
    public void All_classes_give_the_images_of_a_plain_draw()
    {
        Write(records: 10, fill: 0);
        var folder = CifarFolder.Open(_folder);
        Assert.Equal(folder.Draw(6, seed: 3).Labels, folder.DrawOfFirst(10, 6, seed: 3).Labels);
    }

    [Fact]
    public void Classes_or_images_that_a_folder_lacks_are_refused()
    {
        WriteCifar100(0, 1, 50);
        var folder = CifarFolder.Open(_folder);
        var classes = "the number of classes must be from 2 to 100 for CIFAR-100";
        Refused($"{classes} (got 1)", () => folder.DrawOfFirst(1, null, 0));
        Refused($"{classes} (got 101)", () => folder.DrawOfFirst(101, null, 0));
        Refused(
            "3 images of the first 50 classes are drawn, and the folder holds 2",
            () => folder.DrawOfFirst(50, 3, 0)
        );
        WriteCifar100(50);
        Refused("and the folder holds 0", () => CifarFolder.Open(_folder).DrawOfFirst(50, null, 0));
    }

    [Fact]
    public void A_folder_with_too_few_images_for_two_minibatches_is_refused_with_the_batch_that_fits()
    {
        Write(records: 5, fill: 0);
        var folder = CifarFolder.Open(_folder);
        folder.RequireTwoBatches(2);
        Assert.Equal(
            "--batch 5 takes 10 images, because two minibatches are drawn, and the folder holds 5; "
                + "lower --batch to 2",
            Assert.Throws<UserError>(() => folder.RequireTwoBatches(5)).Message
        );
    }

    [Fact]
    public void A_file_in_place_of_a_folder_is_called_a_file()
    {
        Write(records: 1, fill: 0);
        var file = Path.Combine(_folder, "data_batch_1.bin");
        Assert.Contains(
            "is a file, where a folder of images was expected",
            Assert.Throws<UserError>(() => CifarFolder.Open(file)).Message,
            StringComparison.Ordinal
        );
    }

    private static void Refused(string sentence, Action action) =>
        Assert.Contains(sentence, Assert.Throws<UserError>(action).Message, StringComparison.Ordinal);

    // White images with coarse label 0.
    private void WriteCifar100(params byte[] labels)
    {
        var bytes = new byte[labels.Length * (Record + 1)];
        Array.Fill(bytes, (byte)255);
        foreach (var (i, label) in labels.Index())
        {
            bytes[i * (Record + 1)] = 0;
            bytes[i * (Record + 1) + 1] = label;
        }

        File.WriteAllBytes(Path.Combine(_folder, "train.bin"), bytes);
    }

    private void Write(int records, byte fill)
    {
        var bytes = new byte[records * Record];
        Array.Fill(bytes, fill);
        for (var i = 0; i < records; i++)
        {
            bytes[i * Record] = (byte)i;
        }

        File.WriteAllBytes(Path.Combine(_folder, "data_batch_1.bin"), bytes);
    }
}
