using ZcBench.Benchmarks;
using ZcBench.Onnx;
using ZcBench.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>What a network of a file is built for.</summary>
internal static class OnnxTask
{
    /// <summary>
    /// The task that is asked for, or the images and classes that the file states; a side of images that is
    /// asked for goes before both.
    /// </summary>
    /// <exception cref="UserError">The dataset is unknown, or another size is asked for.</exception>
    public static ImageTask Of(OnnxNetwork network, NetworkRequest request)
    {
        var task = request.Dataset is { } dataset ? ImageTask.Named(dataset) : network.Task;
        var sized = task.In(OnnxSpace.Instance, request.Channels, request.Cells);
        return request.ImageSize is { } side ? sized.OfSide(side) : sized;
    }
}
