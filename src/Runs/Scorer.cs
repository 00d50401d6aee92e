using System.Collections.Immutable;
using System.Diagnostics;
using TorchSharp;
using ZcBench.Benchmarks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>
/// Scores many architectures with several workers, each one by one or several at once, and stores each
/// architecture's scores as soon as they are known. What the store holds already is not computed again, so a
/// killed run continues where it stopped.
/// </summary>
public sealed class Scorer
{
    private readonly RunStore _store;
    private readonly Protocol _protocol;
    private readonly ScoringSettings _settings;

    /// <summary>A scorer that writes to <paramref name="store"/> under <paramref name="protocol"/>.</summary>
    public Scorer(RunStore store, Protocol protocol, ScoringSettings settings)
    {
        _store = store;
        _protocol = protocol;
        _settings = settings;
    }

    /// <summary>
    /// Computes every score of the architectures (of one space) that the store lacks. A failure in one worker
    /// stops all of them, with what was finished kept; so does the token.
    /// </summary>
    /// <returns>How many architectures were scored.</returns>
    public int Run(
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<IProxy> proxies,
        IProgress<ScoringProgress>? progress,
        CancellationToken stop
    )
    {
        _store.Register(proxies.Select(proxy => proxy.Info));
        var missing = Missing(_store, proxy => ProtocolOf(proxy.Info), architectures, proxies).ToList();
        var groups = Groups(architectures, missing);
        var gate = new MemoryGate(_settings.Memory);
        var size = new PopulationSize(_protocol.Population);
        var kernels = new FirstKernels(areKept: _protocol.Population == 1);
        var clock = Stopwatch.StartNew();
        var (steps, allSteps) = (0L, groups.Sum(group => StepsOf(group.Proxies)));
        var next = -1;
        var done = 0;
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var faults = new List<Exception>();
        var workers = Enumerable
            .Range(0, Math.Min(_settings.Workers, groups.Count))
            .Select(_ => new Thread(Work) { IsBackground = true })
            .ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return faults.Count == 0 ? done : throw new AggregateException("scoring stopped", faults);

        void Report(int count) =>
            progress?.Report(
                new(count, missing.Count, clock.Elapsed)
                {
                    Notice = size.Notice(),
                    Steps = Interlocked.Read(ref steps),
                    TotalSteps = allSteps,
                }
            );

        void Trained()
        {
            Interlocked.Increment(ref steps);
            Report(Volatile.Read(ref done));
        }

        void Work()
        {
            try
            {
                torch.set_num_threads(_settings.Threads);
                using var prober = new StateProber(_settings.Probe, _settings.Training);
                while (
                    !halt.IsCancellationRequested
                    && Interlocked.Increment(ref next) is var i
                    && i < groups.Count
                )
                {
                    var (members, asked) = groups[i];
                    var built = members
                        .Select(member => BuiltArchitecture.Of(member, _settings.Probe.Task))
                        .ToList();
                    var bytes = _settings.Memory > 0 ? built.Sum(one => PeakBytes(one, asked, _settings)) : 0;
                    kernels.Within(
                        KernelsOf(built, asked),
                        () =>
                            gate.Within(
                                bytes,
                                () =>
                                    size.Measure(
                                        built,
                                        part =>
                                        {
                                            foreach (
                                                var state in prober.Measure(part, asked, Trained, halt.Token)
                                            )
                                            {
                                                Store(part, state);
                                            }
                                        }
                                    )
                            )
                    );
                    var count = Interlocked.Add(ref done, built.Count);
                    Report(count);
                }
            }
            catch (OperationCanceledException) when (halt.IsCancellationRequested)
            {
                // Where its training stood is kept.
            }
            catch (Exception fault)
            {
                lock (faults)
                {
                    faults.Add(fault);
                }

                halt.Cancel();
            }
        }
    }

    /// <summary>
    /// Refuses what would not fit into the memory of the settings, before anything is computed.
    /// </summary>
    /// <exception cref="UserError">The first of the largest architectures, and what to do.</exception>
    public static void RequireMemory(
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<IProxy> proxies,
        ScoringSettings settings
    ) => RequireMemory(architectures.Select(architecture => (architecture, proxies)), settings);

    /// <summary>The same, without the scores that a store holds already, which cost nothing.</summary>
    /// <param name="store">Scores of earlier calls.</param>
    /// <param name="protocol">How its scores were measured.</param>
    /// <param name="architectures">What is to be scored.</param>
    /// <param name="proxies">By what.</param>
    /// <param name="settings">How much memory there is, and how large a minibatch.</param>
    /// <exception cref="UserError">The first of the largest architectures, and what to do.</exception>
    public static void RequireMemory(
        RunStore store,
        Protocol protocol,
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<IProxy> proxies,
        ScoringSettings settings
    ) =>
        RequireMemory(
            Missing(
                store,
                proxy => protocol.Of(proxy.Info.Id, settings.Training?.Recipe),
                architectures,
                proxies
            ),
            settings
        );

    private static void RequireMemory(
        IEnumerable<(Architecture Architecture, IReadOnlyList<IProxy> Proxies)> missing,
        ScoringSettings settings
    )
    {
        if (settings.Memory == 0)
        {
            return;
        }

        var largest = missing
            .AsParallel()
            .AsOrdered()
            .Select(item => (item.Architecture, Bytes: PeakBytes(item.Architecture, item.Proxies, settings)))
            .AsEnumerable()
            .DefaultIfEmpty()
            .MaxBy(item => item.Bytes);
        if (largest.Bytes > settings.Memory)
        {
            throw new UserError(MemorySize.Refusal(largest.Architecture, largest.Bytes, settings.Memory));
        }
    }

    private static long PeakBytes(
        Architecture architecture,
        IReadOnlyList<IProxy> proxies,
        ScoringSettings settings
    ) =>
        proxies.All(proxy => ScoreColumn.Counts(proxy.Info))
            ? 0
            : PeakBytes(BuiltArchitecture.Of(architecture, settings.Probe.Task), proxies, settings);

    // Training and looking take turns, and the weights of a training stay.
    private static long PeakBytes(
        BuiltArchitecture built,
        IReadOnlyList<IProxy> proxies,
        ScoringSettings settings
    )
    {
        var looking = MemoryEstimate.PeakBytes(built.Blueprint, proxies, settings.Probe);
        return settings.Training is { } training && proxies.Any(proxy => proxy is TrainedProxy)
            ? looking
                + MemoryEstimate.TrainingBytes(
                    built.Blueprint,
                    training.Recipe.Batch,
                    settings.Probe.Placement
                )
            : looking;
    }

    private IReadOnlySet<FirstKernels.Kernel> KernelsOf(
        IReadOnlyList<BuiltArchitecture> built,
        IReadOnlyList<IProxy> proxies
    ) =>
        _settings.Probe.Placement.Device.type == DeviceType.CPU
            ? FirstKernels.Of([.. built.Select(one => one.Blueprint)], proxies)
            : ImmutableHashSet<FirstKernels.Kernel>.Empty;

    private long StepsOf(IReadOnlyList<IProxy> proxies) =>
        _settings.Training is { } training
            ? proxies
                .OfType<TrainedProxy>()
                .Select(proxy => (long)proxy.Budget.Steps(training.Recipe.StepsPerEpoch()))
                .DefaultIfEmpty()
                .Max()
            : 0;

    // Each architecture with the proxies whose scores the store lacks; where that is all, their very list.
    private static IEnumerable<(Architecture Architecture, IReadOnlyList<IProxy> Proxies)> Missing(
        RunStore store,
        Func<IProxy, Protocol> protocolOf,
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<IProxy> proxies
    )
    {
        if (architectures.Count == 0)
        {
            return [];
        }

        var isScored = new Dictionary<IProxy, Func<string, bool>>();
        foreach (var part in proxies.GroupBy(protocolOf))
        {
            IProxy[] some = [.. part];
            var scored = store.Scored(
                architectures[0].Space,
                [.. some.Select(proxy => proxy.Info)],
                part.Key
            );
            foreach (var (place, proxy) in some.Index())
            {
                isScored.Add(proxy, text => scored(text, place));
            }
        }

        return architectures
            .Select(architecture => (architecture, Asked: Asked(architecture)))
            .Where(item => item.Asked.Count > 0);

        IReadOnlyList<IProxy> Asked(Architecture architecture)
        {
            IProxy[] asked = [.. proxies.Where(proxy => !isScored[proxy](architecture.Text))];
            return asked.Length == proxies.Count ? proxies : asked;
        }
    }

    // What is scored at once: of all architectures, not only of those that are missing, so that a run that
    // was stopped has the groups that it had. Neighbours in the order of their texts share most operations.
    private List<(IReadOnlyList<Architecture> Members, IReadOnlyList<IProxy> Proxies)> Groups(
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<(Architecture Architecture, IReadOnlyList<IProxy> Proxies)> missing
    )
    {
        if (_protocol.Population == 1)
        {
            return
            [
                .. missing.Select(item => ((IReadOnlyList<Architecture>)[item.Architecture], item.Proxies)),
            ];
        }

        var proxiesOf = missing.ToDictionary(item => item.Architecture.Text, item => item.Proxies);
        return
        [
            .. architectures
                .OrderBy(architecture => architecture.Text, StringComparer.Ordinal)
                .Chunk(_protocol.Population)
                .SelectMany(chunk =>
                    chunk
                        .Where(architecture => proxiesOf.ContainsKey(architecture.Text))
                        .GroupBy(architecture =>
                            string.Join(',', proxiesOf[architecture.Text].Select(proxy => proxy.Info.Id))
                        )
                )
                .Select(group => ((IReadOnlyList<Architecture>)[.. group], proxiesOf[group.First().Text])),
        ];
    }

    private Protocol ProtocolOf(ProxyInfo proxy) => _protocol.Of(proxy.Id, _settings.Training?.Recipe);

    // All scores of a group in one state, or none.
    private void Store(
        IReadOnlyList<BuiltArchitecture> members,
        IReadOnlyList<IReadOnlyList<Measurement>> measurements
    ) =>
        _store.Add(
            members[0].Architecture.Space,
            ProtocolOf(measurements[0][0].Proxy),
            [
                .. members
                    .Zip(measurements)
                    .SelectMany(item =>
                        item.Second.Select(measured =>
                            (
                                measured.Proxy,
                                new StoredScore(
                                    item.First.Architecture.Text,
                                    measured.Proxy.Id,
                                    measured.Score,
                                    measured.Time.TotalMilliseconds
                                )
                            )
                        )
                    ),
            ]
        );
}
