using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Training.States;

/// <summary>Initial weights with the scales and shifts that training will change, 1 and 0.</summary>
internal sealed class TrainableWeights(WeightBank bank, Placement placement) : IWeightSource
{
    public Tensor Weight(int member, IOperation layer) => bank.Weight(member, layer);

    public Tensor Bias(int member, IOperation layer) => bank.Bias(member, layer);

    public (Tensor Scale, Tensor Shift)? Affine(int member, BatchNorm norm) =>
        norm.IsAffine
            ? (
                torch.ones([norm.Channels], dtype: placement.DType, device: placement.Device),
                torch.zeros([norm.Channels], dtype: placement.DType, device: placement.Device)
            )
            : null;

    public Tensor Channels(int member, IOperation operation) =>
        operation switch
        {
            ChannelScale scale => torch.full(
                [scale.Channels],
                Scalars.Of(scale.Initial),
                dtype: placement.DType,
                device: placement.Device
            ),
            ChannelShift shift => torch.zeros(
                [shift.Channels],
                dtype: placement.DType,
                device: placement.Device
            ),
            _ => throw new ArgumentException($"{operation} has no numbers a channel", nameof(operation)),
        };
}
