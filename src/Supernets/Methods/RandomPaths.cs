using ZcBench.Benchmarks.Randomness;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;
using ZcBench.Supernets.Steps;

namespace ZcBench.Supernets.Methods;

/// <summary>
/// A network trained on one random path at a time, and the best of some random paths by validation accuracy.
/// </summary>
internal static class RandomPaths
{
    /// <summary>A new network.</summary>
    public static SubSupernet New(SupernetTask task, LiveOperations live) =>
        new(live, task.InitialWeights(), new());

    /// <summary>One epoch of the weights.</summary>
    public static void Epoch(
        SupernetTask task,
        SearchState state,
        string name,
        SubSupernet sub,
        int epoch,
        int epochs
    )
    {
        new WeightTraining(task, epochs).Epoch(
            state,
            name,
            sub,
            epoch,
            step => Mix(task, sub, task.Random($"{name}/path/{state.Epoch}/{step}"))
        );
        using var scope = torch.NewDisposeScope();
        var path = Mix(task, sub, task.Random($"{name}/path/monitored"));
        state.Read(ReadingKind.Accuracy, name, "supernet", "", task.MonitoredPercent(sub, path));
    }

    /// <summary>One random path.</summary>
    public static Mixing Mix(SupernetTask task, SubSupernet sub, SequentialRandom random)
    {
        var path = task.RandomPath(sub.Live, random);
        return Mixing.OneHot(LiveOperations.One(task.Net.Blueprint, path), sub.Weights.Trained.All[0]);
    }

    /// <summary>Different random paths with their validation accuracy in percent, the best first.</summary>
    public static IReadOnlyList<(IReadOnlyList<int> Path, double Percent)> Best(
        SupernetTask task,
        string name,
        SubSupernet sub,
        int count
    )
    {
        // A space may hold fewer paths than are asked for.
        var random = task.Random($"{name}/paths");
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => task.RandomPath(sub.Live, random))
                .DistinctBy(path => string.Join(',', path))
                .Select(path => (Path: path, Percent: task.AccuracyPercent(sub, path)))
                .OrderByDescending(item => item.Percent),
        ];
    }
}
