using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Networks;
using static TorchSharp.torch.nn;

namespace ZcBench.Supernets.Network;

/// <summary>
/// The forward pass of a weight-sharing network. It holds no state: weights and θ are arguments, so one
/// object serves every state of a search. What is not live, and what only it reads, is not computed.
/// </summary>
internal sealed class Supernet
{
    private const double Momentum = 0.1;
    private const double Epsilon = 1e-5;
    private readonly Blueprint _network;
    private readonly Dictionary<int, string> _stages;

    /// <summary>The network of a blueprint.</summary>
    public Supernet(SupernetBlueprint blueprint, Placement placement)
    {
        Blueprint = blueprint;
        Placement = placement;
        _network = blueprint.Network;
        _stages = _network.Stages.ToDictionary(stage => stage.Step, stage => stage.Name);
    }

    /// <summary>What is computed.</summary>
    public SupernetBlueprint Blueprint { get; }

    /// <summary>Where, and how precisely.</summary>
    public Placement Placement { get; }

    /// <summary>The trained weights that the logits depend on, by path.</summary>
    public IReadOnlySet<string> UsedWeights(LiveOperations live)
    {
        var plan = SupernetPlan.Of(_network, live);
        return _network
            .Steps.Where(step => plan.IsComputed(step.Index))
            .SelectMany(step =>
                step.Operation switch
                {
                    Convolution conv => [conv.Path],
                    BatchNorm { IsAffine: true } norm => [$"{norm.Path}.weight", $"{norm.Path}.bias"],
                    Classifier linear => [$"{linear.Path}.weight", $"{linear.Path}.bias"],
                    _ => (string[])[],
                }
            )
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Logits [N, classes] of images [N, C, H, W].</summary>
    /// <param name="images">In the layout of <see cref="Placement.Maps"/>.</param>
    /// <param name="weights">Their running statistics change in <see cref="BatchNormMode.Training"/>.</param>
    /// <param name="mixing">θ.</param>
    /// <param name="mode">What batch norm does.</param>
    /// <param name="stageComputed">Told the output of each stage; null for nobody.</param>
    public Tensor Forward(
        Tensor images,
        SupernetWeights weights,
        Mixing mixing,
        BatchNormMode mode,
        Action<string, Tensor>? stageComputed = null
    )
    {
        using var scope = torch.NewDisposeScope();
        var shares = mixing.Weights.reshape(-1).unbind();
        var plan = SupernetPlan.Of(_network, mixing.Live);
        var values = new Tensor?[_network.Steps.Length];
        values[0] = images;
        foreach (var step in _network.Steps.Where(step => step.Index > 0 && plan.IsComputed(step.Index)))
        {
            var inputs = plan.Inputs(step).ToList();
            Tensor[] read =
            [
                .. inputs.Select(input => values[input] ?? Zeros(_network.Steps[input], images)),
            ];
            var value = values[step.Index] =
                step.Operation is Mixture
                    ? Mix(read, plan.Terms(step).Select(term => shares[term]))
                    : Compute(step.Operation, read, weights, mode);
            if (_stages.TryGetValue(step.Index, out var stage))
            {
                stageComputed?.Invoke(stage, value);
            }

            foreach (var input in inputs.Where(input => plan.WasLastReader(input)))
            {
                values[input]?.Dispose();
            }
        }

        return values[^1]!.MoveToOuterDisposeScope();
    }

    private static Tensor Mix(Tensor[] inputs, IEnumerable<Tensor> shares) =>
        inputs
            .Zip(shares, (input, share) => input.mul(share))
            .Aggregate((sum, part) => sum.add(part, Scalars.Of(1)));

    private static Tensor Compute(
        IOperation operation,
        Tensor[] inputs,
        SupernetWeights weights,
        BatchNormMode mode
    ) =>
        operation switch
        {
            Convolution conv => functional.conv2d(
                inputs[0],
                weights.Trained[conv.Path],
                strides: [conv.Stride, conv.Stride],
                padding: [conv.Padding, conv.Padding],
                dilation: [conv.Dilation, conv.Dilation],
                groups: conv.Groups
            ),
            BatchNorm norm => Normalise(norm, inputs[0], weights, mode),
            Relu => functional.relu(inputs[0]),
            AveragePool pool => WindowAverage.Of(inputs[0], pool),
            GlobalAveragePool => inputs[0].mean([2, 3], keepdim: true),
            Classifier linear => functional.linear(
                inputs[0].flatten(1),
                weights.Trained[$"{linear.Path}.weight"],
                weights.Trained[$"{linear.Path}.bias"]
            ),
            Sum => inputs.Aggregate((sum, part) => sum.add(part, Scalars.Of(1))),
            _ => throw new NotSupportedException($"{operation.GetType().Name} in a supernet"),
        };

    private static Tensor Normalise(BatchNorm norm, Tensor input, SupernetWeights weights, BatchNormMode mode)
    {
        var runs = mode != BatchNormMode.Batch;
        return functional.batch_norm(
            input,
            runs ? weights.Running[$"{norm.Path}.mean"] : null!,
            runs ? weights.Running[$"{norm.Path}.variance"] : null!,
            norm.IsAffine ? weights.Trained[$"{norm.Path}.weight"] : null!,
            norm.IsAffine ? weights.Trained[$"{norm.Path}.bias"] : null!,
            training: mode != BatchNormMode.Running,
            momentum: Momentum,
            eps: Epsilon
        );
    }

    private static Tensor Zeros(Step step, Tensor images) =>
        torch.zeros(
            [images.shape[0], step.Output.Channels, step.Output.Height, step.Output.Width],
            dtype: images.dtype,
            device: images.device
        );
}
