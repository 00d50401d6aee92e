using System.Collections.Immutable;
using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Onnx.Graph;

/// <summary>A value that depends on the images.</summary>
/// <param name="Step">Step of the blueprint that yields it.</param>
/// <param name="Shape">Shape of that step.</param>
/// <param name="Layout">How the graph lays it out.</param>
/// <param name="Groups">Groups of channels, where the layout has them.</param>
/// <param name="IsProbability">Whether a softmax made it, which the blueprint leaves out.</param>
internal sealed record Signal(
    int Step,
    Shape Shape,
    Layout Layout,
    int Groups = 1,
    bool IsProbability = false
)
{
    /// <summary>Its shape in the graph, for a batch.</summary>
    public ImmutableArray<long> Dims(long batch)
    {
        var (c, h, w) = (Shape.Channels, Shape.Height, Shape.Width);
        return Layout switch
        {
            Layout.Maps => [batch, c, h, w],
            Layout.ChannelsLast => [batch, h, w, c],
            Layout.Features => [batch, c],
            Layout.Pixels => [batch, c, (long)h * w],
            Layout.Grouped => [batch, Groups, c / Groups, h, w],
            _ => [batch, c / Groups, Groups, h, w],
        };
    }
}
