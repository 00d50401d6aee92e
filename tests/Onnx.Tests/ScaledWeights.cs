using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Population;

namespace ZcBench.Onnx.Tests;

/// <summary>Initial weights of layers times a number; biases and what else there is stay.</summary>
internal sealed class ScaledWeights(WeightBank bank, double factor) : IWeightSource
{
    public Tensor Weight(int member, IOperation layer) => bank.Weight(member, layer).mul(Scalars.Of(factor));

    public Tensor Bias(int member, IOperation layer) => bank.Bias(member, layer);

    public (Tensor Scale, Tensor Shift)? Affine(int member, BatchNorm norm) => null;

    public Tensor? Channels(int member, IOperation operation) => null;
}
