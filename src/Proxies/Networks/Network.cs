using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// A blueprint with weights. It holds the weights only; <see cref="Forward"/> reports what passes to an observer, and
/// nothing is left behind in the network, so one network can be run any number of times with equal results.
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
    public static Network Create(Blueprint blueprint, bool[] needed, WeightInit init, Placement placement)
    {
        var network = new Network(blueprint, placement);
        foreach (var step in blueprint.Steps.Where(step => needed[step.Index]))
        {
            switch (step.Operation)
            {
                case Convolution conv:
                    network._weights[step.Index] = Kept(placement.ChannelsLast(
                        init.Weights(conv.Path, conv.Weights, conv.FanIn),
                        conv.Out, conv.In, conv.Kernel, conv.Kernel));
                    break;
                case Classifier linear:
                    network._weights[step.Index] = Kept(placement.Tensor(
                        init.Weights($"{linear.Path}.weight", (long)linear.In * linear.Out, linear.In),
                        linear.Out, linear.In));
                    network._biases[step.Index] = Kept(placement.Tensor(
                        init.Bias($"{linear.Path}.bias", linear.Out, linear.In), linear.Out));
                    break;
            }
        }

        return network;
    }

    /// <summary>Weight of a convolution or of the classifier; null for a step that has none or is not needed.</summary>
    public Tensor? Weight(int step) => _weights[step];

    /// <summary>
    /// Runs the needed steps in order. Batch norm uses the statistics of the batch (biased variance, ε = 10⁻⁵), scale 1
    /// and shift 0, as a network in training mode at initialisation does.
    /// </summary>
    /// <param name="input">Images [N, C, H, W].</param>
    /// <param name="needed">Which steps to compute, from <see cref="Blueprint.Needed"/>.</param>
    /// <param name="observer">Told every step as it is computed.</param>
    /// <returns>The logits [N, classes], owned by the caller; null when the last step is not needed.</returns>
    public Tensor? Forward(Tensor input, bool[] needed, IForwardObserver observer)
    {
        var steps = Blueprint.Steps;
        var values = new Tensor?[steps.Length];
        var readers = Readers(needed);
        values[0] = input;
        foreach (var step in steps.Where(step => needed[step.Index] && step.Index > 0))
        {
            var value = values[step.Index] = Compute(step, values, input.shape[0]);
            observer.Computed(step, step.Inputs.Select(i => values[i]!).ToArray(), value);
            foreach (var read in step.Inputs)
            {
                if (--readers[read] == 0 && read > 0 && !observer.Keeps(steps[read]))
                {
                    values[read]!.Dispose();
                    values[read] = null;
                }
            }
        }

        return values[^1];
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

    // How many needed steps read each value: at zero it is freed. A value that nobody reads lives with the scope.
    private int[] Readers(bool[] needed)
    {
        var readers = new int[needed.Length];
        foreach (var step in Blueprint.Steps.Where(step => needed[step.Index]))
        {
            foreach (var input in step.Inputs)
            {
                readers[input]++;
            }
        }

        return readers;
    }

    private Tensor Compute(Step step, Tensor?[] values, long batch)
    {
        var input = step.Inputs.Length > 0 ? values[step.Inputs[0]]! : null;
        var weight = _weights[step.Index];
        return step.Operation switch
        {
            Convolution conv => torch.nn.functional.conv2d(
                input!, weight!, null, [conv.Stride, conv.Stride], [conv.Padding, conv.Padding]),
            BatchNorm => torch.nn.functional.batch_norm(
                input!, running_mean: null!, running_var: null!, training: true),
            Relu => torch.nn.functional.relu(input!),
            AveragePool pool => torch.nn.functional.avg_pool2d(
                input!, [pool.Kernel, pool.Kernel], [pool.Stride, pool.Stride], [pool.Padding, pool.Padding],
                ceil_mode: false, count_include_pad: false),
            Sum => Add(step, values),
            GlobalAveragePool => input!.mean([2, 3]),
            Classifier => torch.nn.functional.linear(input!, weight!, _biases[step.Index]),
            Zero => torch.zeros(
                [batch, step.Output.Channels, step.Output.Height, step.Output.Width],
                dtype: Placement.DType, device: Placement.Device),
            _ => throw new InvalidOperationException($"operation {step.Operation} is not computed"),
        };
    }

    private static Tensor Add(Step step, Tensor?[] values)
    {
        var sum = values[step.Inputs[0]]!.add(values[step.Inputs[1]]!);
        foreach (var term in step.Inputs.Skip(2))
        {
            var next = sum.add(values[term]!);
            sum.Dispose();
            sum = next;
        }

        return sum;
    }
}
