namespace ZcBench.Runs.Tests;

/// <summary>Folders laid out as the binary files of CIFAR-10 and CIFAR-100, with random images.</summary>
internal static class Images
{
    private const int Pixels = 3 * 32 * 32;

    public static string Write(string folder, int count, int seed) =>
        Write(folder, "data_batch_1.bin", count, seed, i => [(byte)(i % 10)]);

    public static string WriteCifar100(string folder, int count, int seed) =>
        Write(folder, "train.bin", count, seed, i => [(byte)(i % 20), (byte)(i % 100)]);

    private static string Write(string folder, string name, int count, int seed, Func<int, byte[]> labels)
    {
        Directory.CreateDirectory(folder);
        var record = labels(0).Length + Pixels;
        var bytes = new byte[count * record];
        new Random(seed).NextBytes(bytes);
        for (var i = 0; i < count; i++)
        {
            labels(i).CopyTo(bytes, i * record);
        }

        File.WriteAllBytes(Path.Combine(folder, name), bytes);
        return folder;
    }
}
