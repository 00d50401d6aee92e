using ZcBench.Benchmarks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;
using ZcBench.Scores.Aggregates;

namespace ZcBench.Runs;

/// <summary>
/// Measures scores that a run folder lacks, exactly as that run would have. The input is opened once, for the
/// first of them.
/// </summary>
/// <param name="images">The image folder of the run, where it was scored on one.</param>
/// <param name="resources">Workers, threads and memory.</param>
/// <param name="progress">Told of each architecture that was scored; null for nobody.</param>
public sealed class MissingScores(
    string? images,
    Resources resources,
    IProgress<ScoringProgress>? progress = null
) : IMissingScores
{
    private readonly Dictionary<(Protocol, TrainingRecipe?), ScoringSettings> _opened = [];

    /// <inheritdoc/>
    public ProxyInfo? Proxy(string id) => ProxyNames.Find(id).Info;

    /// <inheritdoc/>
    public string Passes(string id)
    {
        if (AggregateCatalogue.Find(id) is not null)
        {
            return id;
        }

        var (proxy, budget) = (ProxyNames.Find(id), TrainingBudget.Split(id).Budget);
        var needs = proxy.Needs.Select(need => need.Id).Order(StringComparer.Ordinal);
        return $"{budget}/{proxy.Info.Init}/{proxy.Info.Input}/{string.Join('+', needs)}";
    }

    /// <inheritdoc/>
    public void Measure(
        RunStore store,
        Protocol protocol,
        TrainingRecipe? training,
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<string> proxies,
        CancellationToken stop
    )
    {
        IReadOnlyList<IProxy> asked = [.. proxies.Select(ProxyNames.Find)];
        var trains = asked.Any(proxy => proxy is TrainedProxy) ? training : null;
        if (!_opened.TryGetValue((protocol, trains), out var settings))
        {
            _opened[(protocol, trains)] = settings = resources.For(
                ProtocolSettings.Of(protocol, Input(protocol.InputSource))
            ) with
            {
                Training = trains is null
                    ? null
                    : TrainingSetup.Of(
                        trains,
                        Input(trains.Images),
                        ImageTask.Named(protocol.Dataset),
                        protocol.Seed
                    ),
            };
        }

        Scorer.RequireMemory(store, protocol, architectures, asked, settings);
        new Scorer(store, protocol, settings).Run(architectures, asked, progress, stop);
        stop.ThrowIfCancellationRequested();
    }

    private InputSource Input(string source)
    {
        if (InputSource.IsDrawn(source))
        {
            return InputSource.Open(source);
        }

        var input = InputSource.Open(
            images
                ?? throw new UserError(
                    $"some scores are missing and the existing ones were computed on {source}; "
                        + "pass that folder with --images, or use --pool scored"
                )
        );
        return input.Name == source
            ? input
            : throw new UserError(
                $"some scores are missing and the existing ones were computed on {source}, "
                    + $"not on {input.Name} ({images}); pass the original folder with --images"
            );
    }
}
