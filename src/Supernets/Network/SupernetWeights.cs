using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;
using ZcBench.Training;

namespace ZcBench.Supernets.Network;

/// <summary>All that the training of a weight-sharing network changes in it.</summary>
internal sealed class SupernetWeights : IDisposable
{
    private SupernetWeights(NamedTensors trained, NamedTensors running)
    {
        Trained = trained;
        Running = running;
    }

    /// <summary>Weights of convolutions and classifier, scales and shifts of batch norm, by path.</summary>
    public NamedTensors Trained { get; }

    /// <summary>Running mean and variance of each batch norm, "path.mean" and "path.variance".</summary>
    public NamedTensors Running { get; }

    /// <summary>
    /// Initial weights from counters; batch norm has scale 1, shift 0, mean 0 and variance 1.
    /// </summary>
    public static SupernetWeights Initial(Blueprint network, WeightInit init, Placement placement)
    {
        var weights = new SupernetWeights(new(), new());
        foreach (var operation in network.Steps.Select(step => step.Operation))
        {
            switch (operation)
            {
                case Convolution conv:
                    var values = init.Weights(conv.Path, conv.Weights, conv.FanIn);
                    weights.Train(
                        conv.Path,
                        placement.Maps(values, conv.Out, conv.GroupIn, conv.Kernel, conv.Kernel)
                    );
                    break;
                case BatchNorm norm:
                    weights.Add(norm, placement);
                    break;
                case Classifier linear:
                    weights.Train(
                        $"{linear.Path}.weight",
                        placement.Tensor(
                            init.Weights($"{linear.Path}.weight", (long)linear.In * linear.Out, linear.In),
                            linear.Out,
                            linear.In
                        )
                    );
                    weights.Train(
                        $"{linear.Path}.bias",
                        placement.Tensor(init.Bias($"{linear.Path}.bias", linear.Out, linear.In), linear.Out)
                    );
                    break;
                default:
                    break;
            }
        }

        return weights;
    }

    /// <summary>Weights that were kept, in the place of these.</summary>
    public static SupernetWeights Of(NamedTensors trained, NamedTensors running) => new(trained, running);

    /// <summary>A copy of everything.</summary>
    public SupernetWeights Clone() => new(Trained.Clone(), Running.Clone());

    /// <inheritdoc/>
    public void Dispose()
    {
        Trained.Dispose();
        Running.Dispose();
    }

    private void Add(BatchNorm norm, Placement placement)
    {
        var (ones, zeros) = (Enumerable.Repeat(1f, norm.Channels).ToArray(), new float[norm.Channels]);
        if (norm.IsAffine)
        {
            Train($"{norm.Path}.weight", placement.Tensor(ones, norm.Channels));
            Train($"{norm.Path}.bias", placement.Tensor(zeros, norm.Channels));
        }

        Running.Set($"{norm.Path}.mean", placement.Tensor(zeros, norm.Channels));
        Running.Set($"{norm.Path}.variance", placement.Tensor(ones, norm.Channels));
    }

    private void Train(string path, Tensor tensor) => Trained.Set(path, tensor.requires_grad_(true));
}
