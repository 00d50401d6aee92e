using System.Collections.Immutable;

namespace ZcBench.Benchmarks.Blueprints;

/// <summary>
/// A network as data, without weights: steps in the order of computation, the last of which yields the
/// logits. One blueprint is read by everything that must know the network: the forward pass in its various
/// modes, the counting of parameters and operations, the estimate of memory.
/// </summary>
/// <param name="Task">Images and classes it is built for.</param>
/// <param name="Steps">The values in order; step 0 is the input.</param>
/// <param name="Stages">Output of the stem and of each cell, in order.</param>
public sealed record Blueprint(ImageTask Task, ImmutableArray<Step> Steps, ImmutableArray<Stage> Stages)
{
    /// <summary>
    /// How many edges leave the input of the searched cell, as its benchmark draws it; null where the network
    /// has no such cell: layers are searched, or two kinds of cells with two inputs each.
    /// </summary>
    public int? InputOutDegree { get; init; }

    /// <summary>
    /// For each module of the published network that yields a value not known to be zero, containers
    /// included, the step whose value it is: a step comes as often as modules are nested around it. Empty
    /// where the published modules are not written down.
    /// </summary>
    public ImmutableArray<int> ModuleOutputs { get; init; } = [];

    /// <summary>
    /// The steps of the last searched cell, dead ones included: what a count "in a cell" counts, since all
    /// cells of a network have the same graph. Where there is no such cell, those of all stages.
    /// </summary>
    public IEnumerable<Step> CellSteps =>
        Stages.IsEmpty ? Steps : Steps[InputOutDegree is null ? ..Stages[^1].Steps.End : Stages[^1].Steps];

    /// <summary>
    /// Number of trainable parameters: convolutions, batch norm scale and shift, classifier, and what
    /// multiplies channels or is added to them.
    /// </summary>
    public long Parameters =>
        Steps.Sum(step =>
            step.Operation switch
            {
                Convolution conv => conv.Weights + (conv.Bias is null ? 0 : conv.Out),
                BatchNorm { IsAffine: true } norm => 2L * norm.Channels,
                Classifier linear => linear.Parameters,
                ChannelScale scale => scale.Channels,
                ChannelShift shift => shift.Channels,
                _ => 0,
            }
        );

    /// <summary>
    /// The tensors of trainable numbers in the order of the steps, weights before biases, those of dead
    /// branches included.
    /// </summary>
    public IEnumerable<ParameterTensor> ParameterTensors =>
        Steps.SelectMany(step =>
            KindsOf(step.Operation).Select(kind => new ParameterTensor(step.Index, kind))
        );

    /// <summary>
    /// Multiply-accumulates of one image: Out · H · W · In / Groups · Kernel² a convolution, (In + 1) ·
    /// Out the classifier, or In · Out without a bias.
    /// </summary>
    public long Macs =>
        Steps.Sum(step =>
            step.Operation switch
            {
                Convolution conv => conv.FanIn * step.Output.Elements,
                Classifier linear => linear.Parameters,
                _ => 0,
            }
        );

    /// <summary>
    /// Whether the logits depend on a batch norm of maps of one pixel: of a single image it sees one value a
    /// channel, which has no deviation.
    /// </summary>
    public bool NormalisesSinglePixels
    {
        get
        {
            var needed = NeededForLogits();
            return Steps.Any(step =>
                needed[step.Index] && step is { Operation: BatchNorm, Output: { Height: 1, Width: 1 } }
            );
        }
    }

    /// <summary>
    /// Whether the logits, summed over the images that batch norm normalises together, are the same for all
    /// images: the sum over images and pixels of what batch norm yields is its shift times their number, and
    /// sums, concatenations, convolutions of single pixels, global pooling, the classifier and what else
    /// treats all pixels alike and is linear keep that so.
    /// Then the gradient of the sum with respect to images, and to every weight before the last batch norm,
    /// is 0.
    /// </summary>
    public bool LogitsSumToConstant
    {
        get
        {
            var isConstant = new bool[Steps.Length];
            foreach (var step in Steps)
            {
                isConstant[step.Index] =
                    step.IsZero
                    || step.Operation switch
                    {
                        BatchNorm => true,
                        Convolution { Kernel: 1, Stride: 1 }
                        or Sum
                        or Concatenation
                        or ChannelRange
                        or ChannelShuffle
                        or ChannelWindow
                        or ChannelScale
                        or ChannelShift
                        or Rescale
                        or GlobalAveragePool
                        or Classifier => step.Inputs.All(input => isConstant[input]),
                        _ => false,
                    };
            }

            return isConstant[^1];
        }
    }

    /// <summary>
    /// The step whose value is averaged over all pixels, or flattened, for the classifier: the last feature
    /// map. Where nothing is, the last map that has pixels and that all paths to the logits pass.
    /// </summary>
    public int LastFeatures
    {
        get
        {
            var bottlenecks = Bottlenecks().Select(step => Steps[step]).ToList();
            var pools = Steps.Where(step => step.Operation is GlobalAveragePool).ToList();
            return pools is [var only]
                ? only.Inputs[0]
                : bottlenecks.FindLast(step => step.Operation is GlobalAveragePool or Flattening)?.Inputs[0]
                    ?? bottlenecks.FindLast(step => !step.Output.IsPixel)?.Index
                    ?? 0;
        }
    }

    /// <summary>The steps that every path from the images to the logits passes, in order.</summary>
    public IEnumerable<int> Bottlenecks()
    {
        var needed = NeededForLogits();
        var lastReader = new int[Steps.Length];
        foreach (var step in Steps.Where(step => needed[step.Index]))
        {
            foreach (var input in step.Inputs)
            {
                lastReader[input] = step.Index;
            }
        }

        var open = 0;
        for (var i = 0; i < Steps.Length; i++)
        {
            if (needed[i])
            {
                if (open <= i)
                {
                    yield return i;
                }

                open = Math.Max(open, lastReader[i]);
            }
        }
    }

    /// <summary>Whether the logits depend on a step.</summary>
    public bool ReachesLogits(int step) => NeededForLogits()[step];

    /// <summary>
    /// The steps that must be computed to know the logits: an entry a step, true where it is needed.
    /// </summary>
    public bool[] NeededForLogits() => Needed([Steps.Length - 1]);

    /// <summary>
    /// The steps that must be computed to know the given ones: an entry a step, true where it is needed.
    /// Steps known to be zero and what only they read are never needed.
    /// </summary>
    public bool[] Needed(IEnumerable<int> roots)
    {
        var needed = new bool[Steps.Length];
        foreach (var root in roots)
        {
            needed[root] = !Steps[root].IsZero;
        }

        for (var i = Steps.Length - 1; i >= 0; i--)
        {
            if (needed[i])
            {
                foreach (var input in Steps[i].Inputs)
                {
                    needed[input] |= !Steps[input].IsZero;
                }
            }
        }

        return needed;
    }

    private static IEnumerable<ParameterKind> KindsOf(IOperation operation) =>
        operation switch
        {
            Convolution { Bias: null } or Classifier { Bias: null } or ChannelScale => [ParameterKind.Weight],
            Convolution or Classifier or BatchNorm { IsAffine: true } =>
            [
                ParameterKind.Weight,
                ParameterKind.Bias,
            ],
            ChannelShift => [ParameterKind.Bias],
            _ => [],
        };
}
