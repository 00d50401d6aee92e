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
        Assert.Throws<UserError>(() => CifarFolder.Open(_folder));

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
