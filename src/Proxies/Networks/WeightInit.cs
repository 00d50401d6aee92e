using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Engine;
using ZcBench.Scores;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// Draws initial weights from counters: each depends on the seed, the parameter's path and its own index
/// alone. So the weights of an edge do not depend on what the other edges hold, nor on the device or the
/// number of threads.
/// </summary>
internal sealed class WeightInit
{
    private readonly InitKind _kind;
    private readonly long _seed;

    /// <summary>An initialisation with one seed.</summary>
    public WeightInit(InitKind kind, long seed)
    {
        _kind = kind;
        _seed = seed;
    }

    /// <summary>
    /// Weights of a convolution or linear layer in row-major order. Default: (2u − 1)/√fan_in, which is
    /// PyTorch's Kaiming uniform with a = √5. Kaiming normal: √(2/fan_in) · g. Standard normal: g, its stream
    /// named "zen/path".
    /// </summary>
    public float[] Weights(string path, long count, int fanIn) =>
        _kind switch
        {
            InitKind.Default => Uniform(new(_seed, path), count, fanIn),
            InitKind.KaimingNormal => Normal(new(_seed, $"kaiming/{path}"), count, Math.Sqrt(2.0 / fanIn)),
            InitKind.StandardNormal => Normal(new(_seed, $"zen/{path}"), count, 1),
            _ => throw new InvalidOperationException($"initialisation {_kind} draws no weights"),
        };

    /// <summary>
    /// The same numbers drawn on a device, float32 of shape [count], where its arithmetic gives them bit for
    /// bit; null for a normal distribution, whose logarithms and cosines are the host's.
    /// </summary>
    internal Tensor? WeightsOn(torch.Device device, string path, long count, int fanIn)
    {
        if (_kind != InitKind.Default)
        {
            return null;
        }

        using var scope = torch.NewDisposeScope();
        var uniform = CounterTensor.Uniform(new(_seed, path), count, device);
        return uniform
            .mul(Scalars.Of(2))
            .sub(Scalars.Of(1))
            .div(Scalars.Of(Math.Sqrt(fanIn)))
            .to(torch.float32)
            .MoveToOuterDisposeScope();
    }

    /// <summary>Bias of a layer: drawn like its weights by the default, zero otherwise.</summary>
    public float[] Bias(string path, long count, int fanIn) =>
        _kind == InitKind.Default ? Uniform(new(_seed, path), count, fanIn) : new float[count];

    private static float[] Uniform(CounterRandom random, long count, int fanIn)
    {
        var values = new float[count];
        var root = Math.Sqrt(fanIn);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)((2 * random.Uniform(i) - 1) / root);
        }

        return values;
    }

    private static float[] Normal(CounterRandom random, long count, double deviation)
    {
        var values = new float[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(random.Normal(i) * deviation);
        }

        return values;
    }
}
