using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using ZcBench.Proxies.Probe;
using ZcBench.Training.States;

namespace ZcBench.Runs;

/// <summary>
/// Measures proxies of networks as they are drawn and as training leaves them: one training serves all, from
/// the shortest to the longest. Belongs to one thread.
/// </summary>
public sealed class StateProber : IDisposable
{
    private const int NoTraining = -1;
    private readonly Prober _prober;
    private readonly TrainingSetup? _training;
    private readonly Trainer? _trainer;
    private readonly string _state;

    // The lists stay the same objects as long as the same list comes again, so that plans are made once.
    private (IReadOnlyList<IProxy> Proxies, SortedDictionary<int, IReadOnlyList<IProxy>> Parts) _known = (
        [],
        []
    );

    /// <summary>A prober; without a training, of proxies that ask for none.</summary>
    public StateProber(ProbeSettings probe, TrainingSetup? training)
    {
        _prober = new(probe);
        _training = training;
        _trainer = training is null
            ? null
            : new(training.Recipe, training.Images, probe.Seed, probe.Placement);
        _state =
            $"{training?.Recipe}, seed {probe.Seed}, {probe.Placement.DType}, {probe.Placement.Device.type}";
    }

    /// <summary>Measures architectures, one or several at once.</summary>
    /// <param name="members">The architectures.</param>
    /// <param name="proxies">With what.</param>
    /// <param name="trained">Called after each step of training; null for nobody.</param>
    /// <param name="stop">Ends a training early; where it stands is kept.</param>
    /// <returns>
    /// What was measured, part after part: first of the networks as drawn, then after ever more training. A
    /// part has the scores of each architecture.
    /// </returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IEnumerable<IReadOnlyList<IReadOnlyList<Measurement>>> Measure(
        IReadOnlyList<BuiltArchitecture> members,
        IReadOnlyList<IProxy> proxies,
        Action? trained = null,
        CancellationToken stop = default
    )
    {
        var parts = Parts(proxies);
        if (parts.TryGetValue(NoTraining, out var drawn))
        {
            yield return _prober.Measure(members, drawn);
        }

        if (parts.Count > (drawn is null ? 0 : 1))
        {
            foreach (var part in AfterTraining(members, parts, trained, stop))
            {
                yield return part;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _trainer?.Dispose();
        _prober.Dispose();
    }

    private SortedDictionary<int, IReadOnlyList<IProxy>> Parts(IReadOnlyList<IProxy> proxies)
    {
        if (!ReferenceEquals(proxies, _known.Proxies))
        {
            var parts = new SortedDictionary<int, IReadOnlyList<IProxy>>();
            foreach (var group in proxies.GroupBy(StepsOf))
            {
                parts.Add(group.Key, group.Count() == proxies.Count ? proxies : [.. group]);
            }

            _known = (proxies, parts);
        }

        return _known.Parts;
    }

    private int StepsOf(IProxy proxy) =>
        proxy is TrainedProxy trained ? trained.Budget.Steps(_trainer!.Recipe.StepsPerEpoch()) : NoTraining;

    private IEnumerable<IReadOnlyList<IReadOnlyList<Measurement>>> AfterTraining(
        IReadOnlyList<BuiltArchitecture> members,
        SortedDictionary<int, IReadOnlyList<IProxy>> parts,
        Action? trained,
        CancellationToken stop
    )
    {
        var first = parts.Keys.First(steps => steps != NoTraining);
        var identity = $"{_state}, {string.Join(' ', members.Select(member => member.Architecture.Text))}";
        var file = FileOf(identity);
        using var trajectory = Begin(members, file, identity, first);
        var written = Stopwatch.GetTimestamp();
        foreach (var (steps, proxies) in parts.Where(part => part.Key != NoTraining))
        {
            yield return _prober.Measure(members, proxies, state: Trained(steps));
        }

        if (file is not null)
        {
            File.Delete(file);
        }

        ITrainedState Trained(int steps)
        {
            try
            {
                return trajectory.After(steps, Keep, stop);
            }
            catch (OperationCanceledException) when (file is not null)
            {
                trajectory.Write(file, identity);
                throw;
            }
        }

        void Keep(Trajectory trajectory)
        {
            trained?.Invoke();
            if (file is not null && Stopwatch.GetElapsedTime(written) >= _training!.KeptEvery)
            {
                trajectory.Write(file, identity);
                written = Stopwatch.GetTimestamp();
            }
        }
    }

    // What was kept is of no use where scores of an earlier state are missing.
    private Trajectory Begin(
        IReadOnlyList<BuiltArchitecture> members,
        string? file,
        string identity,
        int first
    )
    {
        var blueprints = members.Select(member => member.Blueprint).ToList();
        var trajectory = _trainer!.Begin(blueprints);
        if (file is null || !File.Exists(file))
        {
            return trajectory;
        }

        trajectory.Read(file, identity);
        if (trajectory.Steps <= first)
        {
            return trajectory;
        }

        trajectory.Dispose();
        return _trainer.Begin(blueprints);
    }

    private string? FileOf(string identity)
    {
        if (_training?.Folder is not { } folder)
        {
            return null;
        }

        Directory.CreateDirectory(folder);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)))[..24];
        return Path.Combine(folder, $"{name}.safetensors");
    }
}
