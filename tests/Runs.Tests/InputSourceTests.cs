using ZcBench.Benchmarks;

namespace ZcBench.Runs.Tests;

public sealed class InputSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("input").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // SHA-256 of each file's name and the SHA-256 of its bytes, by Python's hashlib.
    [Fact]
    public void The_name_of_images_is_a_digest_of_their_files()
    {
        Write("data_batch_1.bin", 2 * 3073);
        Write("data_batch_2.bin", 3073);
        Assert.Equal("images:76d988347ffe", InputSource.Open(_folder).Name);
    }

    [Fact]
    public void The_name_of_images_of_CIFAR_100_is_made_alike()
    {
        Write("train.bin", 2 * 3074);
        Write("test.bin", 3074);
        Assert.Equal("images:e50d4f226c76", InputSource.Open(_folder).Name);
    }

    [Fact]
    public void Images_of_CIFAR_100_are_scored_for_their_dataset_alone()
    {
        Images.WriteCifar100(_folder, 8, 0);
        Assert.StartsWith("images:", Opened("cifar100"), StringComparison.Ordinal);
        foreach (var dataset in new[] { "cifar10", "cifar10-valid", "ImageNet16-120" })
        {
            Assert.Contains(
                $"images of CIFAR-100 do not fit {dataset} ",
                Assert.Throws<UserError>(() => Opened(dataset)).Message,
                StringComparison.Ordinal
            );
        }
    }

    private string Opened(string dataset) =>
        new NetworkRequest
        {
            Dataset = dataset,
            Batch = 4,
            Images = _folder,
        }
            .Open(SearchSpaces.Named("nasbench201"))
            .Protocol.Input;

    private void Write(string name, int length) =>
        File.WriteAllBytes(Path.Combine(_folder, name), new byte[length]);
}
