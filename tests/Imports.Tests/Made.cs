namespace ZcBench.Imports.Tests;

/// <summary>The numbers that Writers/make.py gives to its architectures.</summary>
internal static class Made
{
    private static readonly string[] Operations =
    [
        "none",
        "skip_connect",
        "nor_conv_1x1",
        "nor_conv_3x3",
        "avg_pool_3x3",
    ];

    public static string Text(int index)
    {
        var names = new string[6];
        for (var i = 0; i < names.Length; i++, index /= 5)
        {
            names[i] = Operations[index % 5];
        }

        return $"|{names[0]}~0|+|{names[1]}~0|{names[2]}~1|+|{names[3]}~0|{names[4]}~1|{names[5]}~2|";
    }

    /// <summary>
    /// Accuracy after the last epoch; sets are 1 for x-valid, 2 for ori-test, 3 for x-test.
    /// </summary>
    public static double Accuracy(int index, int set, int seed, int epochs) =>
        50 + index % 7 + set + seed % 10 * 0.125 + (epochs == 200 ? 16 : 0);
}
