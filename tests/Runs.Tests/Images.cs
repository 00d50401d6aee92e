namespace ZcBench.Runs.Tests;

/// <summary>A folder laid out as CIFAR-10's binary files, with random images.</summary>
internal static class Images
{
    private const int Record = 1 + 3 * 32 * 32;

    public static string Write(string folder, int count, int seed)
    {
        Directory.CreateDirectory(folder);
        var bytes = new byte[count * Record];
        new Random(seed).NextBytes(bytes);
        for (var i = 0; i < count; i++)
        {
            bytes[i * Record] = (byte)(i % 10);
        }

        File.WriteAllBytes(Path.Combine(folder, "data_batch_1.bin"), bytes);
        return folder;
    }
}
