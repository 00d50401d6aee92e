using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Population;

/// <summary>Where the networks of a population get their weights from.</summary>
public interface IWeightSource
{
    /// <summary>
    /// Weight of a convolution [Out, In, Kernel, Kernel] or of a classifier [Out, In] of one network. It is
    /// not to be changed.
    /// </summary>
    Tensor Weight(int member, IOperation layer);

    /// <summary>Bias of a convolution or of a classifier that has one, [Out].</summary>
    Tensor Bias(int member, IOperation layer);

    /// <summary>Scale and shift of a batch norm, [C] each; null for 1 and 0.</summary>
    (Tensor Scale, Tensor Shift)? Affine(int member, BatchNorm norm);

    /// <summary>
    /// What a <see cref="ChannelScale"/> multiplies by or a <see cref="ChannelShift"/> adds, [Channels]; null
    /// for what it is before training.
    /// </summary>
    Tensor? Channels(int member, IOperation operation);
}
