using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.NasBench201;
using ZcBench.Proxies.Networks;
using ZcBench.Scores;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Steps;
using ZcBench.Training;

namespace ZcBench.Supernets.Tests;

/// <summary>The weight-sharing network that the golden values were made on, in double precision.</summary>
internal sealed class TinySupernet : IDisposable
{
    private const int Images = 16;
    private static readonly ImageTask Task = new("tiny", 10, new(3, 8, 8));

    /// <summary>The settings of every training step in the golden files.</summary>
    public static Sgd Optimiser { get; } = new(0.9, IsNesterov: true, 5e-4, 5);

    public const double Rate = 0.025;

    public TinySupernet(long seed)
    {
        Seed = seed;
        Blueprint = new NasBench201Space().BuildSupernet(Task, channels: 4, cells: 1);
        Net = new(Blueprint, Placement.Cpu64);
        Everything = LiveOperations.All(Blueprint);
        Input = Batch.Of(Minibatch.Noise(Task, Images, seed), Placement.Cpu64);
        Input2 = Batch.Of(Minibatch.Noise(Task, Images, seed, second: true), Placement.Cpu64);
        torch.set_num_threads(1);
    }

    public TinySupernet(JsonElement golden)
        : this(golden.GetProperty("seed").GetInt64()) { }

    public long Seed { get; }

    public SupernetBlueprint Blueprint { get; }

    public Supernet Net { get; }

    public LiveOperations Everything { get; }

    public Batch Input { get; }

    public Batch Input2 { get; }

    public Batch Named(string batch) => batch == "input" ? Input : Input2;

    /// <summary>A stream of ±√3 as float32, in double.</summary>
    public double[] Noise(string path, int count) =>
        [.. Proxies.Networks.Noise.Uniform(Seed, path, count).Select(value => (double)value)];

    public SupernetWeights Weights() =>
        SupernetWeights.Initial(Blueprint.Network, new WeightInit(InitKind.Default, Seed), Placement.Cpu64);

    /// <summary>α all zero, or drawn from counters.</summary>
    public SubSupernet Sub(string alpha = "zero")
    {
        var values = alpha == "zero" ? new double[30] : Noise("alpha", 30);
        var architecture = new NamedTensors();
        architecture.Set(
            AlphaStep.Alpha,
            torch.tensor(values, [6, 5], dtype: torch.float64).requires_grad_(true)
        );
        return new(Everything, Weights(), architecture);
    }

    /// <summary>One step of the weights with θ = softmax(α).</summary>
    public WeightStep Step(SubSupernet sub, Sgd? optimiser = null)
    {
        using var scope = torch.NewDisposeScope();
        var mixing = Mixing.Softmax(sub.Architecture[AlphaStep.Alpha], sub.Live);
        return WeightStep.Take(Net, sub, mixing, Input, optimiser ?? Optimiser, Rate);
    }

    public void Dispose()
    {
        Input.Dispose();
        Input2.Dispose();
    }
}
