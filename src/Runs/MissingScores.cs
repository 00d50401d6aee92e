using ZcBench.Benchmarks;
using ZcBench.Proxies;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;

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
    private readonly Dictionary<Protocol, ScoringSettings> _opened = [];

    /// <inheritdoc/>
    public ProxyInfo? Proxy(string id) =>
        Names.Find(ProxyCatalogue.Proxies, id, "proxy", "zcbench ls proxies").Info;

    /// <inheritdoc/>
    public string Passes(string id)
    {
        if (ProxyCatalogue.Proxies.GetValueOrDefault(id) is not { } proxy)
        {
            return id;
        }

        var needs = proxy.Needs.Select(need => need.Id).Order(StringComparer.Ordinal);
        return $"{proxy.Info.Init}/{proxy.Info.Input}/{string.Join('+', needs)}";
    }

    /// <inheritdoc/>
    public void Measure(
        RunStore store,
        Protocol protocol,
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<string> proxies,
        CancellationToken stop
    )
    {
        if (!_opened.TryGetValue(protocol, out var settings))
        {
            _opened[protocol] = settings = resources.For(ProtocolSettings.Of(protocol, Input(protocol)));
        }

        IReadOnlyList<IProxy> asked = [.. proxies.Select(id => ProxyCatalogue.Proxies[id])];
        Scorer.RequireMemory(store, protocol, architectures, asked, settings);
        new Scorer(store, protocol, settings).Run(architectures, asked, progress, stop);
        stop.ThrowIfCancellationRequested();
    }

    private InputSource Input(Protocol protocol)
    {
        var source = protocol.InputSource;
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
