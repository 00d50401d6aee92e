using System.Diagnostics;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Training.States;

/// <summary>Losses, accuracies and time of a training of several networks.</summary>
internal sealed class TrainingLog : IDisposable
{
    private readonly List<double>[] _losses;
    private readonly List<double>[] _accuracies;
    private readonly List<Tensor> _waiting = [];
    private readonly int _stepsPerEpoch;

    public TrainingLog(int members, int stepsPerEpoch)
    {
        _losses = [.. Enumerable.Range(0, members).Select(_ => new List<double>())];
        _accuracies = [.. Enumerable.Range(0, members).Select(_ => new List<double>())];
        _stepsPerEpoch = stepsPerEpoch;
    }

    /// <summary>Steps done.</summary>
    public int Steps { get; private set; }

    /// <summary>Time spent on them.</summary>
    public TimeSpan Time { get; private set; }

    public static double[] NumbersOf(Tensor tensor)
    {
        using var scope = torch.NewDisposeScope();
        return Numbers.All(tensor.detach());
    }

    /// <summary>Adds a step. Its numbers are fetched from the device when they are asked for.</summary>
    public void Add(Tensor losses, Tensor accuracies, long started)
    {
        _waiting.Add(torch.stack([losses.detach(), accuracies]).DetachFromDisposeScope());
        Steps++;
        if (losses.device.type == DeviceType.CUDA && Steps % _stepsPerEpoch == 0)
        {
            torch.cuda.synchronize();
        }

        Time += Stopwatch.GetElapsedTime(started);
    }

    public IReadOnlyList<LearningCurve> Curves()
    {
        Fetch();
        return
        [
            .. _losses.Zip(
                _accuracies,
                (losses, accuracies) => new LearningCurve([.. losses], [.. accuracies], _stepsPerEpoch)
            ),
        ];
    }

    /// <summary>The log as plain numbers, and as it was when these were taken.</summary>
    public Kept Keep()
    {
        Fetch();
        return new(Steps, Time, _losses, _accuracies);
    }

    public void Restore(Kept kept)
    {
        (Steps, Time) = (kept.Steps, kept.Time);
        for (var member = 0; member < _losses.Length; member++)
        {
            _losses[member].AddRange(kept.Losses[member]);
            _accuracies[member].AddRange(kept.Accuracies[member]);
        }
    }

    public void Dispose()
    {
        _waiting.ForEach(tensor => tensor.Dispose());
        _waiting.Clear();
    }

    private void Fetch()
    {
        foreach (var step in _waiting)
        {
            var numbers = NumbersOf(step);
            for (var member = 0; member < _losses.Length; member++)
            {
                _losses[member].Add(numbers[member]);
                _accuracies[member].Add(numbers[_losses.Length + member]);
            }

            step.Dispose();
        }

        _waiting.Clear();
    }

    /// <summary>A log as a file holds it.</summary>
    public sealed record Kept(
        int Steps,
        TimeSpan Time,
        IReadOnlyList<List<double>> Losses,
        IReadOnlyList<List<double>> Accuracies
    );
}
