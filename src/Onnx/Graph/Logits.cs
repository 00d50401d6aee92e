using System.Collections.Immutable;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Onnx.Graph;

/// <summary>The end of a translation: the last layer becomes the classifier, and stages are found.</summary>
internal static class Logits
{
    /// <summary>The network of all steps up to the logits.</summary>
    /// <exception cref="UserError">The output is not the logits of a classifier.</exception>
    public static TranslatedGraph Finish(Translation translation, Signal output, string file, bool hasStages)
    {
        if (!output.Shape.IsPixel)
        {
            throw new UserError(
                $"{file}: its output is maps {output.Shape}, so it does not classify whole images; "
                    + "cut the model where one number a class is left"
            );
        }

        var network = translation.Net.Finish();
        if (output.Step != network.Steps.Length - 1)
        {
            throw new UserError(
                $"{file}: its output is not what is computed last; export it with one output"
            );
        }

        network = network with { Steps = WithClassifier(network.Steps) };
        return new(
            hasStages ? network : network with { Stages = StageFinder.Of(network) },
            translation.Numbers,
            translation.Norms
        );
    }

    // A fully connected layer is a convolution of one pixel until it is known to be the last.
    private static ImmutableArray<Step> WithClassifier(ImmutableArray<Step> steps) =>
        steps[^1]
            is {
                Operation: Convolution { Kernel: 1, KernelWidth: 1, Groups: 1 } conv,
                Inputs: [var input]
            } last
        && steps[input].Output.IsPixel
        && conv.Padding == 0
            ? steps.SetItem(
                last.Index,
                last with
                {
                    Operation = new Classifier(Trimmed(conv.Path), conv.In, conv.Out)
                    {
                        Weight = conv.Path,
                        Bias = conv.Bias,
                    },
                }
            )
            : steps;

    private static string Trimmed(string path)
    {
        const string Ending = ".weight";
        return path.EndsWith(Ending, StringComparison.Ordinal) ? path[..^Ending.Length] : path;
    }
}
