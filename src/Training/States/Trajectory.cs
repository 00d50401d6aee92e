using System.Diagnostics;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Proxies.Probe;
using static TorchSharp.torch.nn;

namespace ZcBench.Training.States;

/// <summary>
/// The training of one or several networks as the channel groups of one, from their initial weights on. No
/// network's loss depends on another's weights, so each is trained as it would be alone.
/// </summary>
internal sealed class Trajectory : IDisposable
{
    private const int JudgedAtOnce = 256;
    private readonly Trainer _trainer;
    private readonly WeightBank _bank;
    private readonly PopulationNetwork _network;
    private readonly bool[] _needed;
    private readonly NamedTensors _weights = new();
    private readonly NamedTensors _momenta = new();
    private readonly NamedTensors _running = new();
    private readonly TrainingLog _log;
    private readonly Sgd _sgd;
    private readonly CosineRate _rate;

    internal Trajectory(Trainer trainer, WeightBank bank, IReadOnlyList<Blueprint> members)
    {
        var recipe = trainer.Recipe;
        (_trainer, _bank) = (trainer, bank);
        using var scope = torch.NewDisposeScope();
        var schedule = Schedule.Of(members, [StepSelection.Logits]);
        using var drawn = PopulationNetwork.Create(
            schedule,
            new TrainableWeights(bank, trainer.Placement),
            trainer.Placement
        );
        _network = drawn.With(trainer.Placement, weight => weight.clone());
        foreach (var (name, tensor) in _network.Parameters())
        {
            _weights.Set(name, tensor);
        }

        _needed = schedule.Needed(StepSelection.Logits);
        _log = new(members.Count, recipe.StepsPerEpoch());
        _sgd = new(recipe.Momentum, IsNesterov: true, recipe.WeightDecay, Clip: null);
        _rate = new(recipe.Rate, 0, recipe.Epochs);
    }

    /// <summary>Steps done.</summary>
    public int Steps => _log.Steps;

    /// <summary>The networks after so many steps.</summary>
    /// <param name="steps">No fewer than were done, no more than the recipe has.</param>
    /// <param name="afterStep">Told each step; null for nobody.</param>
    /// <param name="stop">Ends it early, between two steps.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ITrainedState After(
        int steps,
        Action<Trajectory>? afterStep = null,
        CancellationToken stop = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, Steps);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, _trainer.Recipe.Steps());
        while (Steps < steps)
        {
            stop.ThrowIfCancellationRequested();
            Step();
            afterStep?.Invoke(this);
        }

        return new TrainedState(this, member: null);
    }

    /// <summary>Writes where it stands to a file.</summary>
    public void Write(string file, string identity) =>
        TrajectoryFile.Write(file, identity, [_weights, _momenta, _running], _log);

    /// <summary>Goes to where a file says that it stood.</summary>
    /// <exception cref="Benchmarks.UserError">The file is damaged, or of another training.</exception>
    public void Read(string file, string identity)
    {
        using var gradientsOff = torch.no_grad();
        TrajectoryFile.Read(file, identity, _weights, [_momenta, _running], _log, _trainer.Placement.Device);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _network.Dispose();
        _weights.Dispose();
        _momenta.Dispose();
        _running.Dispose();
        _log.Dispose();
    }

    private void Step()
    {
        var started = Stopwatch.GetTimestamp();
        using var scope = torch.NewDisposeScope();
        using var gradientsOn = torch.enable_grad();
        var (images, labels) = Tensors(_trainer.BatchOf(Steps));
        var logits = _network.Forward(
            _network.Inputs(images),
            _needed,
            Unobserved.Instance,
            new RunningNorm(_running, isTraining: true)
        )!;
        var (losses, accuracies) = Judge(logits, labels);
        var gradients = torch.autograd.grad([losses.sum()], [.. _weights.All]);
        _sgd.Step(_weights, [.. gradients], _momenta, _rate.Of(Steps / _trainer.Recipe.StepsPerEpoch()));
        _log.Add(losses, accuracies, started);
    }

    private IReadOnlyList<Validation> Validate()
    {
        using var gradientsOff = torch.no_grad();
        var (images, norm) = (_trainer.HeldBack, new RunningNorm(_running, isTraining: false));
        var sums = Schedule.Members.Select(_ => (Loss: 0.0, Right: 0.0)).ToArray();
        foreach (var numbers in Enumerable.Range(0, images.Count).Chunk(JudgedAtOnce))
        {
            using var scope = torch.NewDisposeScope();
            var (pixels, labels) = Tensors(images.Take(numbers));
            var logits = _network.Forward(_network.Inputs(pixels), _needed, Unobserved.Instance, norm)!;
            var (losses, accuracies) = Judge(logits, labels);
            var (loss, right) = (TrainingLog.NumbersOf(losses), TrainingLog.NumbersOf(accuracies));
            for (var member = 0; member < sums.Length; member++)
            {
                sums[member].Loss += loss[member] * numbers.Length;
                sums[member].Right += right[member] * numbers.Length;
            }
        }

        return [.. sums.Select(sum => new Validation(sum.Loss / images.Count, sum.Right / images.Count))];
    }

    private Schedule Schedule => _network.Schedule;

    private (Tensor Images, Tensor Labels) Tensors(Minibatch batch)
    {
        var image = batch.Task.Image;
        var placement = _trainer.Placement;
        return (
            placement.Maps(batch.Pixels, batch.Count, image.Channels, image.Height, image.Width),
            torch.tensor(batch.Labels, device: placement.Device)
        );
    }

    // Mean cross-entropy and accuracy of each network, [P].
    private (Tensor Losses, Tensor Accuracies) Judge(Tensor logits, Tensor labels)
    {
        var (samples, members) = (logits.shape[0], Schedule.Members.Count);
        var rows = logits.reshape(samples * members, -1);
        var wanted = labels.repeat_interleave(members);
        var losses = functional.cross_entropy(rows, wanted, reduction: Reduction.None);
        var right = rows.detach().argmax(1).eq(wanted).to(logits.dtype);
        return (losses.reshape(samples, members).mean([0]), right.reshape(samples, members).mean([0]));
    }

    /// <summary>Where the trajectory stands; true until it goes on.</summary>
    private sealed class TrainedState(Trajectory trajectory, int? member) : ITrainedState
    {
        public IWeightSource Weights { get; } =
            new TrainedWeights(trajectory._network, trajectory._bank, offset: member ?? 0);

        public IReadOnlyList<LearningCurve> Curves => Mine(trajectory._log.Curves());

        public TimeSpan Time => trajectory._log.Time / trajectory.Schedule.Members.Count;

        public IReadOnlyList<Validation> Validate() => Mine(trajectory.Validate());

        public ITrainedState Only(int one) => new TrainedState(trajectory, (member ?? 0) + one);

        private IReadOnlyList<T> Mine<T>(IReadOnlyList<T> all) => member is { } one ? [all[one]] : all;
    }
}
