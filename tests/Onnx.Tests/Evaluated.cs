using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Onnx.Tests;

/// <summary>A network of a file in evaluation mode, with the file's weights.</summary>
internal static class Evaluated
{
    /// <summary>The logits of images [N, C, H, W], row by row.</summary>
    public static float[] Logits(OnnxNetwork file, float[] images)
    {
        // As a worker has; the setting is a thread's own.
        torch.set_num_threads(1);
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var network = file.Build(file.Task);
        var numbers = file.Numbers(file.Task);
        using var weights = new StoredWeights(numbers, Placement.Cpu32);
        var schedule = Schedule.Of([network], [StepSelection.Logits]);
        using var population = PopulationNetwork.Create(schedule, weights, Placement.Cpu32);
        var shape = file.Task.Image;
        var input = Placement.Cpu32.Maps(
            images,
            images.Length / shape.Elements,
            shape.Channels,
            shape.Height,
            shape.Width
        );
        return population
            .Forward(
                input,
                schedule.Needed(StepSelection.Logits),
                Unobserved.Instance,
                new StoredStatistics(numbers, Placement.Cpu32)
            )!
            .data<float>()
            .ToArray();
    }

    /// <summary>How many numbers a network's parameters and its running statistics are.</summary>
    public static long Numbers(Blueprint network) =>
        network.Parameters
        + network.Steps.Select(step => step.Operation).OfType<BatchNorm>().Sum(norm => 2L * norm.Channels);
}
