using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;
using ZcBench.Supernets.Steps;
using ZcBench.Training;

namespace ZcBench.Supernets.Methods;

/// <summary>
/// A network whose θ comes from one matrix of logits α that is trained in turn with the weights.
/// </summary>
internal sealed class AlphaTraining
{
    // As published for DARTS on NAS-Bench-201: every step of α.
    private static readonly Adam Optimiser = new(3e-4, 0.5, 0.999, 1e-3);

    private readonly IAlphaRule _rule;

    /// <summary>Training by a rule.</summary>
    public AlphaTraining(IAlphaRule rule) => _rule = rule;

    /// <summary>A new network with its logits.</summary>
    public SubSupernet New(SupernetTask task, string name, LiveOperations live)
    {
        var architecture = new NamedTensors();
        architecture.Set(AlphaStep.Alpha, _rule.Logits(task, name));
        return new(live, task.InitialWeights(), architecture);
    }

    /// <summary>One epoch; α is trained only where asked for.</summary>
    /// <param name="task">Network and images.</param>
    /// <param name="state">Where readings go.</param>
    /// <param name="name">Name of the network.</param>
    /// <param name="sub">The network.</param>
    /// <param name="epoch">Of the schedule, out of <paramref name="epochs"/>.</param>
    /// <param name="epochs">Length of the schedule.</param>
    /// <param name="trainsAlpha">Whether α is trained too.</param>
    public void Epoch(
        SupernetTask task,
        SearchState state,
        string name,
        SubSupernet sub,
        int epoch,
        int epochs,
        bool trainsAlpha
    )
    {
        var weights = new WeightTraining(task, epochs);
        var progress = (double)epoch / Math.Max(1, epochs - 1);
        weights.Epoch(
            state,
            name,
            sub,
            epoch,
            step => _rule.Mix(task, sub, $"{name}/mix/{state.Epoch}/{step}", progress),
            trainsAlpha ? TrainAlpha : null
        );
        if (trainsAlpha)
        {
            ReadAlpha(task, state, name, sub);
        }

        Monitor(task, state, name, sub);

        void TrainAlpha(int step, Batch training)
        {
            using var scope = torch.NewDisposeScope();
            using var batch = task.ValidationBatch($"{name}/validation/{state.Epoch}/{step}");
            var stream = FormattableString.Invariant($"{name}/alpha/{state.Epoch}/{step}");
            var gradient = _rule.Gradient(task, sub, training, batch, weights.Rate(epoch), stream, progress);
            Optimiser.Step(sub.Architecture, [gradient], sub.Moments);
            task.CountPasses(_rule.PassesOfStep - 1);
        }
    }

    /// <summary>The operations that α prefers.</summary>
    public static IReadOnlyList<int> Preferred(SupernetTask task, SubSupernet sub) =>
        task.Largest(HostNumbers.Of(sub.Architecture[AlphaStep.Alpha]), sub.Live);

    private static void ReadAlpha(SupernetTask task, SearchState state, string name, SubSupernet sub)
    {
        var alpha = HostNumbers.Of(sub.Architecture[AlphaStep.Alpha]);
        foreach (var choice in sub.Live.Choices)
        {
            state.Read(
                ReadingKind.Alpha,
                name,
                task.Net.Blueprint.Edges[choice.Edge],
                task.Net.Blueprint.Operations[choice.Operation],
                alpha[choice.Edge * sub.Live.Operations + choice.Operation]
            );
        }
    }

    private static void Monitor(SupernetTask task, SearchState state, string name, SubSupernet sub)
    {
        using var scope = torch.NewDisposeScope();
        var mixing = Mixing.Softmax(sub.Architecture[AlphaStep.Alpha].detach(), sub.Live);
        state.Read(ReadingKind.Accuracy, name, "supernet", "", task.MonitoredPercent(sub, mixing));
        var live = LiveOperations.One(task.Net.Blueprint, Preferred(task, sub));
        var chosen = Mixing.OneHot(live, mixing.Weights);
        state.Read(ReadingKind.Accuracy, name, "chosen", "", task.MonitoredPercent(sub, chosen));
    }
}
