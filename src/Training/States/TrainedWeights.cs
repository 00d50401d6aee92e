using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Population;

namespace ZcBench.Training.States;

/// <summary>
/// The weights of networks in training, each by its path. What the logits do not depend on is not trained and
/// stays as it was drawn.
/// </summary>
internal sealed class TrainedWeights : IWeightSource
{
    private readonly Dictionary<(int Member, string Path), (GroupedStep Step, int Position)> _places;
    private readonly PopulationNetwork _network;
    private readonly WeightBank _bank;
    private readonly int _offset;

    /// <summary>The weights of the networks from one on.</summary>
    public TrainedWeights(PopulationNetwork network, WeightBank bank, int offset)
    {
        _network = network;
        _bank = bank;
        _offset = offset;
        _places = network
            .Schedule.Steps.Where(step => PathOf(step.Slots[0].Step.Operation) is not null)
            .SelectMany(step =>
                step.Slots.Select(
                    (slot, position) =>
                        (slot.Member, Path: PathOf(slot.Step.Operation)!, Step: step, position)
                )
            )
            .ToDictionary(item => (item.Member, item.Path), item => (item.Step, item.position));
    }

    public Tensor Weight(int member, IOperation layer) =>
        Find(member, layer, step => _network.Weight(step)) ?? _bank.Weight(member, layer);

    public Tensor Bias(int member, IOperation layer) =>
        Find(member, layer, step => _network.Bias(step)) ?? _bank.Bias(member, layer);

    public (Tensor Scale, Tensor Shift)? Affine(int member, BatchNorm norm) =>
        Find(member, norm, step => _network.Affine(step).Scale) is { } scale
        && Find(member, norm, step => _network.Affine(step).Shift) is { } shift
            ? (scale, shift)
            : null;

    public Tensor? Channels(int member, IOperation operation) =>
        Find(
            member,
            operation,
            step => operation is ChannelScale ? _network.Affine(step).Scale : _network.Affine(step).Shift
        );

    private Tensor? Find(int member, IOperation operation, Func<GroupedStep, Tensor?> tensorOf) =>
        _places.TryGetValue((_offset + member, PathOf(operation)!), out var place)
        && tensorOf(place.Step) is { } tensor
            ? place.Step.WeightPart(tensor.detach(), place.Position)
            : null;

    private static string? PathOf(IOperation operation) =>
        operation switch
        {
            Convolution conv => conv.Path,
            BatchNorm norm => norm.Path,
            Classifier linear => linear.Path,
            ChannelScale scale => scale.Path,
            ChannelShift shift => shift.Path,
            _ => null,
        };
}
