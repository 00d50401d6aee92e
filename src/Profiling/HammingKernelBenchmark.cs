using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using TorchSharp;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Kernels;
using Tensor = TorchSharp.torch.Tensor;

namespace ZcBench.Profiling;

/// <summary>
/// The agreement kernel of one ReLU: packed sign bits against x xᵀ + (1 − x)(1 − x)ᵀ in single precision. The
/// float product starts from x in {0,1}: its own thresholding is not counted.
/// </summary>
public class HammingKernelBenchmark
{
    private readonly SignCodes _codes = new();
    private float[] _values = [];
    private AgreementKernel _kernel = null!;
    private Tensor _x = null!;

    /// <summary>N, the samples of a minibatch.</summary>
    [Params(32, 64, 128)]
    public int Samples { get; set; }

    /// <summary>Activation units of the ReLU.</summary>
    [Params(1024, 16384)]
    public int Units { get; set; }

    /// <summary>Normal activations, for one thread.</summary>
    [GlobalSetup]
    public void Prepare() => Prepare(threads: 1);

    /// <summary>The same for two threads.</summary>
    [GlobalSetup(Target = nameof(FloatProductOnTwoThreads))]
    public void PrepareTwoThreads() => Prepare(threads: 2);

    /// <summary>Frees the tensor.</summary>
    [GlobalCleanup]
    public void Release() => _x.Dispose();

    /// <summary>The reference: two products through libtorch's BLAS.</summary>
    [Benchmark(Baseline = true)]
    public float FloatProduct()
    {
        using var scope = torch.NewDisposeScope();
        var rest = _x.neg().add(Scalars.Of(1), Scalars.Of(1));
        var kernel = _x.matmul(_x.t()).add(rest.matmul(rest.t()), Scalars.Of(1));
        return MemoryMarshal.Cast<byte, float>(kernel.bytes)[1];
    }

    /// <summary>The same with two threads.</summary>
    [Benchmark]
    public float FloatProductOnTwoThreads() => FloatProduct();

    /// <summary>Distances of codes that are packed already, one thread.</summary>
    [Benchmark]
    public long PackedKernel()
    {
        _kernel.Add(_codes, 1);
        return _kernel.Units;
    }

    /// <summary>Packing and distances, one thread.</summary>
    [Benchmark]
    public long PackAndKernel()
    {
        _codes.Pack(_values, Samples);
        return PackedKernel();
    }

    /// <summary>Distances of packed codes by the library's own routine, one thread.</summary>
    [Benchmark]
    public long TensorPrimitivesDistance()
    {
        var sum = 0L;
        for (var i = 0; i < Samples; i++)
        {
            for (var j = i + 1; j < Samples; j++)
            {
                sum += TensorPrimitives.HammingBitDistance(_codes.Row(i), _codes.Row(j));
            }
        }

        return sum;
    }

    private void Prepare(int threads)
    {
        Libtorch.Load();
        torch.set_num_threads(threads);
        var stream = new CounterRandom(0, "profiling/codes");
        _values = [.. Enumerable.Range(0, Samples * Units).Select(i => (float)stream.Normal(i))];
        _kernel = new(Samples);
        _codes.Pack(_values, Samples);
        using var scope = torch.NewDisposeScope();
        _x = torch
            .tensor(_values)
            .reshape(Samples, Units)
            .gt(Scalars.Of(0))
            .to(torch.float32)
            .MoveToOuterDisposeScope();
    }
}
