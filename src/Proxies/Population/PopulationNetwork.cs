using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Population;

/// <summary>
/// One or several networks with their weights, run as the channel groups of one: a grouped convolution
/// stands for the convolutions of all, and no value of one network touches another's. It holds the weights
/// only; <see cref="Forward"/> reports what passes to an observer, and nothing is left behind, so it can be
/// run any number of times with equal results.
/// </summary>
internal sealed class PopulationNetwork : IDisposable
{
    private readonly Tensor?[] _weights;
    private readonly Tensor?[] _biases;
    private readonly Tensor?[] _scales;
    private readonly Tensor?[] _shifts;

    private PopulationNetwork(Schedule schedule, Placement placement)
    {
        Schedule = schedule;
        Placement = placement;
        _weights = new Tensor?[schedule.Steps.Length];
        _biases = new Tensor?[schedule.Steps.Length];
        _scales = new Tensor?[schedule.Steps.Length];
        _shifts = new Tensor?[schedule.Steps.Length];
    }

    /// <summary>What is computed.</summary>
    public Schedule Schedule { get; }

    /// <summary>Where the weights are.</summary>
    public Placement Placement { get; }

    /// <summary>Gives every step of a schedule its weights.</summary>
    /// <param name="schedule">What to compute.</param>
    /// <param name="source">Where the weights come from.</param>
    /// <param name="placement">Where they are.</param>
    /// <param name="differentiable">Whether gradients with respect to the weights will be taken.</param>
    public static PopulationNetwork Create(
        Schedule schedule,
        IWeightSource source,
        Placement placement,
        bool differentiable = false
    )
    {
        var network = new PopulationNetwork(schedule, placement);
        using var gradients = torch.no_grad();
        foreach (var step in schedule.Steps)
        {
            using var scope = torch.NewDisposeScope();
            if (step.Operation is Convolution or Classifier)
            {
                network._weights[step.Index] = Kept(
                    network.Joined([
                        .. step.Slots.Select(slot => source.Weight(slot.Member, slot.Step.Operation)),
                    ])
                );
            }

            if (step.Operation is Convolution { Bias: not null } or Classifier { Bias: not null })
            {
                network._biases[step.Index] = Kept(
                    network.Joined([
                        .. step.Slots.Select(slot => source.Bias(slot.Member, slot.Step.Operation)),
                    ])
                );
            }

            switch (step.Operation)
            {
                case BatchNorm:
                    network.SetAffine(step, source);
                    break;
                case ChannelScale scale:
                    network._scales[step.Index] = network.Channels(step, source, scale.Initial, neutral: 1);
                    break;
                case ChannelShift:
                    network._shifts[step.Index] = network.Channels(step, source, 0, neutral: 0);
                    break;
            }
        }

        return differentiable ? network.Differentiable() : network;
    }

    /// <summary>
    /// The same networks with every weight, bias, scale and shift replaced by <paramref name="change"/> of
    /// it, ready for gradients.
    /// </summary>
    public PopulationNetwork With(Placement placement, Func<Tensor, Tensor> change)
    {
        var changed = new PopulationNetwork(Schedule, placement);
        for (var i = 0; i < _weights.Length; i++)
        {
            changed._weights[i] = Changed(_weights[i]);
            changed._biases[i] = Changed(_biases[i]);
            changed._scales[i] = Changed(_scales[i]);
            changed._shifts[i] = Changed(_shifts[i]);
        }

        return changed.Differentiable();

        Tensor? Changed(Tensor? tensor)
        {
            using var detached = tensor?.detach();
            return detached is null ? null : Kept(change(detached));
        }
    }

    /// <summary>
    /// The same networks, sharing every number, for gradients with respect to values alone: none is computed
    /// for the weights.
    /// </summary>
    public PopulationNetwork WithConstantWeights()
    {
        var constant = new PopulationNetwork(Schedule, Placement);
        for (var i = 0; i < _weights.Length; i++)
        {
            constant._weights[i] = Constant(_weights[i]);
            constant._biases[i] = Constant(_biases[i]);
            constant._scales[i] = Constant(_scales[i]);
            constant._shifts[i] = Constant(_shifts[i]);
        }

        return constant;

        static Tensor? Constant(Tensor? tensor) => tensor is null ? null : Kept(tensor.detach());
    }

    /// <summary>
    /// Weights of a step one slot after another, [G·Out, ...]; null for a step without.
    /// </summary>
    public Tensor? Weight(GroupedStep step) => _weights[step.Index];

    /// <summary>Biases of a step, [G·Out]; null for a step without.</summary>
    public Tensor? Bias(GroupedStep step) => _biases[step.Index];

    /// <summary>
    /// Scales and shifts of a batch norm step, [G·C] each, or the numbers of a step that multiplies channels
    /// or adds to them; none at initialisation.
    /// </summary>
    public NormParameters Affine(GroupedStep step) => new(_scales[step.Index], _shifts[step.Index]);

    /// <summary>
    /// Every weight, bias, scale and shift by a name that says which step it belongs to; the networks' own
    /// tensors.
    /// </summary>
    public IEnumerable<KeyValuePair<string, Tensor>> Parameters() =>
        from kind in new[] { ("weight", _weights), ("bias", _biases), ("scale", _scales), ("shift", _shifts) }
        from item in kind.Item2.Index()
        where item.Item is not null
        select KeyValuePair.Create($"{item.Index}.{kind.Item1}", item.Item);

    /// <summary>
    /// Images [N, C, H, W] as the networks read them: once, or, where each has an input of its own, once for
    /// each, [N, P·C, H, W].
    /// </summary>
    public Tensor Inputs(Tensor images) =>
        Schedule.HasInputForEach ? images.repeat(1, Schedule.Members.Count, 1, 1) : images;

    /// <summary>
    /// Runs the needed steps in order. Batch norm uses the statistics of the batch, as a network in training
    /// mode at initialisation does, unless another normalisation is given.
    /// </summary>
    /// <param name="inputs">What <see cref="Inputs"/> gives.</param>
    /// <param name="needed">Which steps to compute, from <see cref="Schedule.Needed"/>.</param>
    /// <param name="observer">Told every step as it is computed.</param>
    /// <param name="normalisation">What batch norm does; <see cref="BatchStatistics"/> if null.</param>
    /// <param name="masks">What the inputs of convolutions are masked by; nothing if null.</param>
    /// <returns>
    /// The logits [N, P·classes] in the order of the networks, owned by the caller; null when the last step
    /// is not needed.
    /// </returns>
    public Tensor? Forward(
        Tensor inputs,
        bool[] needed,
        IForwardObserver observer,
        INormalisation? normalisation = null,
        IInputMasks? masks = null
    )
    {
        var batch = inputs.shape[0];
        var logits = Evaluation.Run(
            Schedule,
            needed,
            inputs,
            observer,
            (step, values) => Compute(step, values, batch, normalisation ?? BatchStatistics.Instance, masks)
        );
        return logits is { ndim: 4 } ? logits.flatten(1) : logits;
    }

    /// <summary>
    /// The value of a stage that is constantly zero, [samples, G·C, H, W]: a leaf of the graph, because
    /// derivatives with respect to it exist.
    /// </summary>
    internal Tensor Zeros(GroupedStep step, long samples) =>
        torch.zeros(
            [samples, step.Slots.Length * step.Output.Channels, step.Output.Height, step.Output.Width],
            dtype: Placement.DType,
            device: Placement.Device,
            requires_grad: torch.is_grad_enabled()
        );

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in All)
        {
            tensor.Dispose();
        }
    }

    private IEnumerable<Tensor> All =>
        new[] { _weights, _biases, _scales, _shifts }.SelectMany(tensors => tensors).OfType<Tensor>();

    private static Tensor Kept(Tensor tensor) => tensor.DetachFromDisposeScope();

    // 1 and 0 where only some of the networks have a scale and a shift of their own.
    private void SetAffine(GroupedStep step, IWeightSource source)
    {
        var own = step
            .Slots.Select(slot => source.Affine(slot.Member, (BatchNorm)slot.Step.Operation))
            .ToList();
        if (own.TrueForAll(affine => affine is null))
        {
            return;
        }

        var zeros = torch.zeros([step.Output.Channels], dtype: Placement.DType, device: Placement.Device);
        var ones = torch.ones_like(zeros);
        _scales[step.Index] = Kept(Joined([.. own.Select(affine => affine?.Scale ?? ones)]));
        _shifts[step.Index] = Kept(Joined([.. own.Select(affine => affine?.Shift ?? zeros)]));
    }

    // Null where all are neutral, so that nothing is computed.
    private Tensor? Channels(GroupedStep step, IWeightSource source, double initial, double neutral)
    {
        var own = step.Slots.Select(slot => source.Channels(slot.Member, slot.Step.Operation)).ToList();
        if (initial.Equals(neutral) && own.TrueForAll(numbers => numbers is null))
        {
            return null;
        }

        var untrained = torch.full(
            [step.Output.Channels],
            Scalars.Of(initial),
            dtype: Placement.DType,
            device: Placement.Device
        );
        return Kept(Joined([.. own.Select(numbers => numbers ?? untrained)]));
    }

    // The source's tensors take no gradients: the network's are others that share their numbers or copies.
    private Tensor Joined(Tensor[] parts)
    {
        if (parts.Length == 1)
        {
            var own = parts[0].detach();
            return own.dtype == Placement.DType ? own : own.to(Placement.DType);
        }

        var joined = torch.cat(parts, 0).to(Placement.DType);
        return joined.ndim == 4 ? Placement.Laid(joined) : joined;
    }

    private Tensor Compute(
        GroupedStep step,
        Tensor[] inputs,
        long batch,
        INormalisation normalisation,
        IInputMasks? masks
    )
    {
        var input = inputs.FirstOrDefault();
        return step.Operation switch
        {
            Convolution conv => Convolve(step, conv, input!, masks),
            BatchNorm => normalisation.Normalise(step, input!, Affine(step)),
            Classifier => Arithmetic.Classify(step, input!, _weights[step.Index]!, _biases[step.Index]),
            ChannelScale => Elementwise.Scale(input!, _scales[step.Index]),
            ChannelShift => Elementwise.Shift(input!, _shifts[step.Index]),
            Zero => Zeros(step, batch),
            _ => Arithmetic.WithoutWeights(step, inputs),
        };
    }

    private Tensor Convolve(GroupedStep step, Convolution conv, Tensor input, IInputMasks? masks)
    {
        using var masked = masks?.Masked(step, input);
        return Arithmetic.Convolve(step, conv, masked ?? input, _weights[step.Index]!, _biases[step.Index]);
    }

    private PopulationNetwork Differentiable()
    {
        foreach (var tensor in All)
        {
            tensor.requires_grad = true;
        }

        return this;
    }
}
