using ZcBench.Proxies.Engine;
using ZcBench.Search.Methods;
using ZcBench.Supernets.Dependency;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;
using ZcBench.Supernets.Steps;
using ZcBench.Training;

namespace ZcBench.Supernets.Methods;

/// <summary>
/// Our reading of an abstract: logits follow a normal distribution whose correlations are learned, rare
/// operations are removed on the way, and a cell is chosen among those drawn most often. No code and no
/// equations of the paper were at hand.
/// </summary>
internal sealed class DependencyAware : ISupernetMethod
{
    private const string Shuffled = "shuffled";
    private const int Samples = 2048;
    private const int Candidates = 16;
    private const int PruningPeriod = 5;
    private const double RareShare = 0.05;
    private const int MotifsShown = 10;
    private static readonly Adam Optimiser = new(0.01, 0.5, 0.999, 1e-3);

    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "dependency",
            Title = "dependency-aware search, our reading",
            Rule =
                "Our reading of the abstract of a paper without code: "
                + "logits are drawn from a normal distribution whose mean and correlations are trained "
                + "in turn with shared weights; operations that are rare whatever other edges take "
                + "are removed; of the cells drawn most often the best by validation on shared weights "
                + "is taken. 'shuffled' is the control that learns from shuffled labels.",
            Paper = Papers.Dependency,
            Argument = "labels, true or shuffled",
            Arguments = ["true", Shuffled],
        };

    /// <inheritdoc/>
    public bool ShufflesLabels(string argument) => argument == Shuffled;

    /// <inheritdoc/>
    public SearchCost Planned(SupernetSettings settings, int steps, string argument) =>
        new((double)steps * (2 * settings.Epochs - WarmUp(settings)), (double)Candidates * steps, 0);

    /// <inheritdoc/>
    public void Start(SupernetTask task, SearchState state, string argument)
    {
        var live = LiveOperations.All(task.Net.Blueprint);
        var (logits, architecture) = (live.Edges * live.Operations, new NamedTensors());
        Add(CorrelatedLogits.Mean, logits);
        Add(CorrelatedLogits.Free, CorrelatedLogits.FreeCount(logits));
        state.Replace(("", new(live, task.InitialWeights(), architecture)));

        void Add(string name, int count) =>
            architecture.Set(name, task.Net.Placement.Tensor(new float[count], count).requires_grad_(true));
    }

    /// <inheritdoc/>
    public void Epoch(SupernetTask task, SearchState state, string argument)
    {
        var (sub, epoch, warmUp) = (state.Sub, state.Epoch, WarmUp(task.Settings));
        var temperature = 1 - 0.9 * epoch / Math.Max(1, task.Settings.Epochs - 1);
        new WeightTraining(task, task.Settings.Epochs).Epoch(
            state,
            "",
            sub,
            epoch,
            step => Sampled(task, sub, FormattableString.Invariant($"weights/{epoch}/{step}"), temperature),
            epoch < warmUp ? null : TrainDistribution
        );
        if (epoch >= warmUp && (epoch + 1 - warmUp) % PruningPeriod == 0)
        {
            Prune(task, state);
        }

        using var scope = torch.NewDisposeScope();
        var mean = sub.Architecture[CorrelatedLogits.Mean].detach();
        var mixing = Mixing.Softmax(Shaped(mean, sub), sub.Live);
        state.Read(ReadingKind.Accuracy, "", "supernet", "", task.MonitoredPercent(sub, mixing));
        var chosen = LiveOperations.One(task.Net.Blueprint, task.Largest(HostNumbers.Of(mean), sub.Live));
        var cell = Mixing.OneHot(chosen, mixing.Weights);
        state.Read(ReadingKind.Accuracy, "", "chosen", "", task.MonitoredPercent(sub, cell));

        void TrainDistribution(int step, Batch training)
        {
            using var inner = torch.NewDisposeScope();
            using var batch = task.ValidationBatch($"validation/{epoch}/{step}");
            var stream = FormattableString.Invariant($"distribution/{epoch}/{step}");
            var sampled = Sampled(task, sub, stream, temperature);
            var loss = Pass.Loss(task.Net, sub.Weights, sampled, batch, BatchNormMode.Batch);
            var gradients = torch.autograd.grad([loss], [.. sub.Architecture.All]);
            Optimiser.Step(sub.Architecture, [.. gradients], sub.Moments);
            task.CountPasses(1);
        }
    }

    /// <inheritdoc/>
    public Choice Choose(SupernetTask task, SearchState state, string argument)
    {
        var cells = Draw(task, state, "final");
        Note(task, state, cells);
        var found = cells
            .MostFrequent(Samples)
            .Select(item => item.Cell)
            .Where(task.IsConnected)
            .Take(Candidates)
            .Select(cell => (Cell: cell, Percent: task.AccuracyPercent(state.Sub, cell)))
            .OrderByDescending(item => item.Percent)
            .Select(item => task.Architecture(item.Cell))
            .ToList();
        return new(found[0], found);
    }

    private static int WarmUp(SupernetSettings settings) => settings.Epochs * 3 / 10;

    private static Tensor Shaped(Tensor logits, SubSupernet sub) =>
        logits.reshape(sub.Live.Edges, sub.Live.Operations);

    private static Mixing Sampled(SupernetTask task, SubSupernet sub, string name, double temperature)
    {
        using var scope = torch.NewDisposeScope();
        var stream = task.Stream($"{name}");
        var noise = Enumerable
            .Range(0, sub.Live.Edges * sub.Live.Operations)
            .Select(i => (float)stream.Normal(i))
            .ToArray();
        var logits = CorrelatedLogits.Sample(
            sub.Architecture[CorrelatedLogits.Mean],
            sub.Architecture[CorrelatedLogits.Free],
            task.Net.Placement.Tensor(noise, noise.Length)
        );
        var mixing = Mixing.Softmax(Shaped(logits, sub).div(Scalars.Of(temperature)), sub.Live);
        return mixing with { Weights = mixing.Weights.MoveToOuterDisposeScope() };
    }

    private static SampledCells Draw(SupernetTask task, SearchState state, string name)
    {
        var stream = task.Stream($"{name}");
        var mean = HostNumbers.Of(state.Sub.Architecture[CorrelatedLogits.Mean]);
        return SampledCells.Draw(mean, Factor(state.Sub), state.Sub.Live, Samples, stream.Normal);
    }

    private static double[,] Factor(SubSupernet sub)
    {
        using var scope = torch.NewDisposeScope();
        using var gradientsOff = torch.no_grad();
        var logits = sub.Live.Edges * sub.Live.Operations;
        return HostNumbers.Matrix(CorrelatedLogits.Factor(sub.Architecture[CorrelatedLogits.Free], logits));
    }

    private static void Prune(SupernetTask task, SearchState state)
    {
        var sub = state.Sub;
        var cells = Draw(task, state, FormattableString.Invariant($"pruning/{state.Epoch}"));
        var removed = cells.Rare(sub.Live, RareShare);
        foreach (var choice in removed)
        {
            state.Read(
                ReadingKind.Removed,
                "",
                task.Net.Blueprint.Edges[choice.Edge],
                task.Net.Blueprint.Operations[choice.Operation],
                cells.BestShare(choice)
            );
        }

        sub.Live = sub.Live.Without([.. removed]);
    }

    private static void Note(SupernetTask task, SearchState state, SampledCells cells)
    {
        var blueprint = task.Net.Blueprint;
        var dependencies = EdgeDependencies.Of(Factor(state.Sub), blueprint.Operations.Length);
        for (var first = 0; first < blueprint.Edges.Length; first++)
        {
            for (var second = 0; second < blueprint.Edges.Length; second++)
            {
                state.Read(
                    ReadingKind.Dependency,
                    "",
                    blueprint.Edges[first],
                    blueprint.Edges[second],
                    dependencies.Centred(first, second)
                );
            }
        }

        foreach (var motif in cells.Motifs(state.Sub.Live).Take(MotifsShown))
        {
            state.Read(
                ReadingKind.Motif,
                "",
                $"{blueprint.Edges[motif.First.Edge]} {blueprint.Operations[motif.First.Operation]}",
                $"{blueprint.Edges[motif.Second.Edge]} {blueprint.Operations[motif.Second.Operation]}",
                motif.Lift / ((double)Samples * Samples)
            );
        }
    }
}
