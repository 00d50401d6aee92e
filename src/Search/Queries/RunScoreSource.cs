using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Scores;

namespace ZcBench.Search.Queries;

/// <summary>
/// Scores of run folders, finished or not. Where several hold a proxy, the first that has an architecture's
/// score counts. What is missing is measured, if somebody can, and kept in memory unless asked otherwise.
/// </summary>
public sealed class RunScoreSource : IScoreSource, IDisposable
{
    private readonly string _first;
    private readonly List<(RunManifest Manifest, RunStore Store)> _runs;
    private readonly Dictionary<string, ProxyInfo> _cards;
    private readonly IMissingScores? _missing;
    private RunStore? _memory;

    /// <summary>Opens run folders of one protocol.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="space">Search space they must be of.</param>
    /// <param name="missing">Who measures what they lack; null for nobody.</param>
    /// <param name="saves">Whether what is measured goes into the first folder.</param>
    /// <exception cref="UserError">A folder is none, or the runs do not fit.</exception>
    public RunScoreSource(
        IReadOnlyList<string> folders,
        string space,
        IMissingScores? missing,
        bool saves = false
    )
    {
        var manifests = folders.Select(RunManifest.Load).ToList();
        foreach (var (folder, manifest) in folders.Zip(manifests))
        {
            if (manifest.Space != space)
            {
                throw new UserError(
                    $"{folder} holds scores of {manifest.Space}, and the table is one of {space}; "
                        + "give runs of that space"
                );
            }

            if (manifest.Protocol != manifests[0].Protocol)
            {
                var differences = RunSettings
                    .Differences(manifests[0], manifests[0] with { Protocol = manifest.Protocol })
                    .Select(item => item.Beside);
                throw new UserError(
                    $"{folder} differs from {folders[0]}: {string.Join("; ", differences)}; "
                        + "give runs of one protocol"
                );
            }
        }

        _first = folders[0];
        _runs = [.. folders.Zip(manifests, (folder, manifest) => (manifest, RunStore.OpenExisting(folder)))];
        _missing = missing;
        KeepsScores = saves;
        _cards = _runs
            .SelectMany(run => run.Store.Proxies())
            .DistinctBy(card => card.Id)
            .ToDictionary(card => card.Id, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public bool KeepsScores { get; }

    /// <summary>How many architectures were measured because no run has all their scores.</summary>
    public int Measured { get; private set; }

    /// <inheritdoc/>
    public string Description
    {
        get
        {
            var protocol = _runs[0].Manifest.Protocol;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Scores: measured by zcbench {_runs[0].Manifest.Version}, seed {protocol.Seed}, "
                    + $"batch {protocol.Batch}, input {protocol.Input}, init {protocol.Init}, "
                    + $"{protocol.DType} on {protocol.Device}."
            );
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Known => [.. _runs[0].Manifest.Proxies.Where(_cards.ContainsKey)];

    /// <inheritdoc/>
    public ProxyInfo Proxy(string id) =>
        _cards.GetValueOrDefault(TrainingBudget.Canonical(id))
        ?? _missing?.Proxy(id)
        ?? Names.Find(_cards, id, "proxy", "the runs that --scores names hold these");

    /// <inheritdoc/>
    public string Passes(string id) => _missing?.Passes(id) ?? id;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, StoredScore> Stored(string id)
    {
        var (card, scores) = (Proxy(id), new Dictionary<string, StoredScore>(StringComparer.Ordinal));
        var measured = _memory is null ? [] : new[] { (_runs[0].Manifest, _memory) };
        foreach (var (manifest, store) in _runs.Concat(measured))
        {
            foreach (var (text, score) in store.Scores(manifest.Space, card, manifest.ProtocolOf(card.Id)))
            {
                scores.TryAdd(text, score);
            }
        }

        return scores;
    }

    /// <inheritdoc/>
    public void Measure(
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<string> proxies,
        CancellationToken stop
    )
    {
        if (_missing is null)
        {
            throw new UserError(
                $"the runs lack scores of {string.Join(", ", proxies)} for {architectures.Count} "
                    + "architectures that a search drew; search only those they have with --pool scored"
            );
        }

        if (KeepsScores)
        {
            // Read again afterwards: what reads a store need not see what is written meanwhile.
            var (manifest, reading) = _runs[0];
            reading.Dispose();
            using (var store = RunStore.Open(_first))
            {
                Measure(_missing, store, architectures, proxies, stop);
            }

            _runs[0] = (manifest, RunStore.OpenExisting(_first));
        }
        else
        {
            MeasureIntoMemory(_missing, architectures, proxies, stop);
        }

        Measured += architectures.Count;
    }

    // Only what no run has: where a run has some of the proxies, the others alone are measured.
    private void MeasureIntoMemory(
        IMissingScores missing,
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<string> proxies,
        CancellationToken stop
    )
    {
        _memory ??= RunStore.InMemory();
        var stored = proxies.Select(Stored).ToList();
        foreach (
            var part in architectures.GroupBy(one =>
                string.Join(',', stored.Index().Where(Lacks(one.Text)).Select(item => item.Index))
            )
        )
        {
            string[] lacking =
            [
                .. stored.Index().Where(Lacks(part.First().Text)).Select(item => proxies[item.Index]),
            ];
            Measure(missing, _memory, [.. part], lacking, stop);
        }

        static Func<(int Index, IReadOnlyDictionary<string, StoredScore> Scores), bool> Lacks(string text) =>
            item => !item.Scores.ContainsKey(text);
    }

    private void Measure(
        IMissingScores missing,
        RunStore store,
        IReadOnlyList<Architecture> architectures,
        IReadOnlyList<string> proxies,
        CancellationToken stop
    )
    {
        var manifest = _runs[0].Manifest;
        missing.Measure(store, manifest.Protocol, manifest.Training, architectures, proxies, stop);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _memory?.Dispose();
        foreach (var (_, store) in _runs)
        {
            store.Dispose();
        }
    }
}
