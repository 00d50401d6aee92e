using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Population;

/// <summary>The weights of some of the networks of a population.</summary>
/// <param name="all">Those of all.</param>
/// <param name="members">Which networks, in the order of the new population.</param>
internal sealed class ChosenWeights(IWeightSource all, IReadOnlyList<int> members) : IWeightSource
{
    public Tensor Weight(int member, IOperation layer) => all.Weight(members[member], layer);

    public Tensor Bias(int member, IOperation layer) => all.Bias(members[member], layer);

    public (Tensor Scale, Tensor Shift)? Affine(int member, BatchNorm norm) =>
        all.Affine(members[member], norm);

    public Tensor? Channels(int member, IOperation operation) => all.Channels(members[member], operation);
}
