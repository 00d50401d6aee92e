using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Proxies.Networks;

/// <summary>Random inputs from counters.</summary>
internal static class Noise
{
    /// <summary>Uniform on ±√3, so of unit variance: (2u − 1)·√3 from the stream "seed/path".</summary>
    public static float[] Uniform(long seed, string path, long count)
    {
        var random = new CounterRandom(seed, path);
        var scale = Math.Sqrt(3.0);
        var values = new float[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)((2 * random.Uniform(i) - 1) * scale);
        }

        return values;
    }
}
