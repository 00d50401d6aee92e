using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// A blueprint with weights. It holds the weights only; <see cref="Forward"/> reports what passes to an
/// observer, and nothing is left behind in the network, so one network can be run any number of times with
/// equal results.
/// </summary>
public sealed class Network : IDisposable
{
    private readonly Tensor?[] _weights;
    private readonly Tensor?[] _biases;

    private Network(Blueprint blueprint, Placement placement)
    {
        Blueprint = blueprint;
        Placement = placement;
        _weights = new Tensor?[blueprint.Steps.Length];
        _biases = new Tensor?[blueprint.Steps.Length];
    }

    /// <summary>What is computed.</summary>
    public Blueprint Blueprint { get; }

    /// <summary>Where the weights are.</summary>
    public Placement Placement { get; }

    /// <summary>Draws the weights of the steps for which <paramref name="needed"/> is true.</summary>
    /// <param name="blueprint">What to compute.</param>
    /// <param name="needed">Which steps will be computed.</param>
    /// <param name="init">How to draw.</param>
    /// <param name="placement">Where.</param>
    /// <param name="differentiable">Whether gradients with respect to the weights will be taken.</param>
    public static Network Create(
        Blueprint blueprint,
        bool[] needed,
        WeightInit init,
        Placement placement,
        bool differentiable = false
    )
    {
        var network = new Network(blueprint, placement);
        foreach (var step in blueprint.Steps.Where(step => needed[step.Index]))
        {
            switch (step.Operation)
            {
                case Convolution conv:
                    network._weights[step.Index] = Kept(
                        placement.Maps(
                            init.Weights(conv.Path, conv.Weights, conv.FanIn),
                            conv.Out,
                            conv.In,
                            conv.Kernel,
                            conv.Kernel
                        )
                    );
                    break;
                case Classifier linear:
                    network._weights[step.Index] = Kept(
                        placement.Tensor(
                            init.Weights($"{linear.Path}.weight", (long)linear.In * linear.Out, linear.In),
                            linear.Out,
                            linear.In
                        )
                    );
                    network._biases[step.Index] = Kept(
                        placement.Tensor(init.Bias($"{linear.Path}.bias", linear.Out, linear.In), linear.Out)
                    );
                    break;
            }
        }

        return differentiable ? network.Differentiable() : network;
    }

    /// <summary>
    /// The same network with every weight and bias replaced by <paramref name="change"/> of it, ready for
    /// gradients.
    /// </summary>
    public Network With(Placement placement, Func<Tensor, Tensor> change)
    {
        var changed = new Network(Blueprint, placement);
        for (var i = 0; i < _weights.Length; i++)
        {
            changed._weights[i] = _weights[i] is { } weight ? Kept(Changed(weight)) : null;
            changed._biases[i] = _biases[i] is { } bias ? Kept(Changed(bias)) : null;
        }

        return changed.Differentiable();

        Tensor Changed(Tensor tensor)
        {
            using var detached = tensor.detach();
            return change(detached);
        }
    }

    /// <summary>
    /// Weight of a convolution or of the classifier; null for a step that has none or is not needed.
    /// </summary>
    public Tensor? Weight(int step) => _weights[step];

    /// <summary>Bias of the classifier; null for every other step.</summary>
    public Tensor? Bias(int step) => _biases[step];

    /// <summary>
    /// Runs the needed steps in order. Batch norm uses the statistics of the batch, as a network in training
    /// mode at initialisation does, unless another normalisation is given.
    /// </summary>
    /// <param name="input">Images [N, C, H, W].</param>
    /// <param name="needed">Which steps to compute, from <see cref="Blueprint.Needed"/>.</param>
    /// <param name="observer">Told every step as it is computed.</param>
    /// <param name="normalisation">What batch norm does; <see cref="BatchStatistics"/> if null.</param>
    /// <returns>
    /// The logits [N, classes], owned by the caller; null when the last step is not needed.
    /// </returns>
    public Tensor? Forward(
        Tensor input,
        bool[] needed,
        IForwardObserver observer,
        INormalisation? normalisation = null
    )
    {
        var batch = input.shape[0];
        return Evaluation.Run(
            Blueprint,
            needed,
            input,
            observer,
            (step, inputs) => Compute(step, inputs, batch, normalisation ?? BatchStatistics.Instance)
        );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _weights.Concat(_biases))
        {
            tensor?.Dispose();
        }
    }

    private static Tensor Kept(Tensor tensor) => tensor.DetachFromDisposeScope();

    private Tensor Compute(Step step, Tensor[] inputs, long batch, INormalisation normalisation)
    {
        var input = inputs.FirstOrDefault();
        var weight = _weights[step.Index];
        return step.Operation switch
        {
            Convolution conv => torch.nn.functional.conv2d(
                input!,
                weight!,
                null,
                [conv.Stride, conv.Stride],
                [conv.Padding, conv.Padding]
            ),
            BatchNorm => normalisation.Normalise(step, input!),
            Relu => torch.nn.functional.relu(input!),
            AveragePool pool => torch.nn.functional.avg_pool2d(
                input!,
                [pool.Kernel, pool.Kernel],
                [pool.Stride, pool.Stride],
                [pool.Padding, pool.Padding],
                ceil_mode: false,
                count_include_pad: false
            ),
            MaxPool pool => torch.nn.functional.max_pool2d(
                input!,
                [pool.Kernel, pool.Kernel],
                [pool.Stride, pool.Stride],
                [pool.Padding, pool.Padding]
            ),
            FirstChannels first => input!.narrow(1, 0, first.Count),
            Concatenation => torch.cat(inputs, 1),
            Sum => Evaluation.Sum(inputs),
            GlobalAveragePool => input!.mean([2, 3]),
            Classifier => torch.nn.functional.linear(input!, weight!, _biases[step.Index]),
            Zero => ZeroStage(step, batch),
            _ => throw new InvalidOperationException($"operation {step.Operation} is not computed"),
        };
    }

    // Derivatives with respect to a stage that is constantly zero exist: it is a leaf of the graph.
    private Tensor ZeroStage(Step step, long batch) =>
        torch.zeros(
            [batch, step.Output.Channels, step.Output.Height, step.Output.Width],
            dtype: Placement.DType,
            device: Placement.Device,
            requires_grad: torch.is_grad_enabled()
        );

    private Network Differentiable()
    {
        foreach (var tensor in _weights.Concat(_biases).OfType<Tensor>())
        {
            tensor.requires_grad = true;
        }

        return this;
    }
}
