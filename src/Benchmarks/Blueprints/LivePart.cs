namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// What is left of a network once dead branches are removed: the steps that the output of some stage or the
/// logits need. A cell that passes nothing on is an output of zeros and does not kill the stages before it:
/// the skeleton always counts.
/// </summary>
internal sealed class LivePart
{
    private readonly Blueprint _network;
    private readonly List<Step> _steps = [];

    /// <summary>The live part of a network.</summary>
    public LivePart(Blueprint network)
    {
        _network = network;
        var outputs = network.Stages.Select(stage => stage.Step);
        var live = network.Needed(outputs.Append(network.Steps.Length - 1));
        foreach (var step in network.Steps)
        {
            if (live[step.Index])
            {
                _steps.Add(step);
            }
        }
    }

    /// <summary>Multiply-accumulates of one image, counted as in <see cref="Blueprint.Macs"/>.</summary>
    public long Macs => new Blueprint(_network.Task, [.. _steps], []).Macs;

    /// <summary>Number of convolutions.</summary>
    public int Convolutions => _steps.Count(step => step.Operation is Convolution);

    /// <summary>Number of average and max poolings, global pooling left out.</summary>
    public int Pools => _steps.Count(step => step.Operation is AveragePool or MaxPool);

    /// <summary>
    /// The most convolutions on a path from the image to the logits; a path ends at a stage that is zero, and
    /// 0 stands for none at all.
    /// </summary>
    public int Depth
    {
        get
        {
            var depth = new int[_network.Steps.Length];
            foreach (var step in _steps)
            {
                var longest = 0;
                foreach (var input in step.Inputs)
                {
                    longest = Math.Max(longest, depth[input]);
                }

                depth[step.Index] = longest + (step.Operation is Convolution ? 1 : 0);
            }

            return depth[^1];
        }
    }
}
