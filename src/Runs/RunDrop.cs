using ZcBench.Benchmarks;
using ZcBench.Scores;
using ZcBench.Scores.Aggregates;

namespace ZcBench.Runs;

/// <summary>Takes proxies and their scores out of a run folder.</summary>
public static class RunDrop
{
    /// <summary>
    /// Drops them. The manifest forgets them first and the store after it, all at once, so the folder can be
    /// read at every moment; after a kill the same call does the rest.
    /// </summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="proxies">Ids of proxies and aggregates of the run.</param>
    /// <returns>How many scores were forgotten.</returns>
    /// <exception cref="UserError">
    /// The run lacks one of them, is measured against it, needs it for an aggregate, or would have none left.
    /// </exception>
    public static long Drop(string folder, IReadOnlyList<string> proxies)
    {
        RunManifest.Load(folder);
        RunStore.OpenExisting(folder).Dispose();
        using var store = RunStore.Open(folder);
        var manifest = RunManifest.Load(folder);
        var cards = store.Proxies().ToDictionary(card => card.Id, StringComparer.Ordinal);
        var dropped = Named(folder, proxies, manifest.Proxies.Union(cards.Keys));
        foreach (var id in dropped)
        {
            Check(folder, id, manifest, cards, dropped);
        }

        string[] left = [.. manifest.Proxies.Where(id => !dropped.Contains(id))];
        if (left.Length == 0)
        {
            throw new UserError($"{folder} would have no proxy left; delete the folder instead");
        }

        (manifest with { Proxies = left }).Save(folder);
        return store.Forget([.. dropped.Where(cards.ContainsKey)]);
    }

    private static HashSet<string> Named(string folder, IReadOnlyList<string> names, IEnumerable<string> held)
    {
        if (names.Count == 0)
        {
            throw new UserError("no proxy is named; give a list such as --proxies wot,snip");
        }

        var known = held.ToDictionary(id => id, StringComparer.Ordinal);
        return names
            .Select(name =>
                Names.Find(known, TrainingBudget.Canonical(name), "proxy", $"{folder} holds these")
            )
            .ToHashSet(StringComparer.Ordinal);
    }

    private static void Check(
        string folder,
        string id,
        RunManifest manifest,
        Dictionary<string, ProxyInfo> cards,
        HashSet<string> dropped
    )
    {
        var aggregate = AggregateCatalogue.Find(id);
        if ((cards.GetValueOrDefault(id) ?? aggregate?.Info) is { } card && ScoreColumn.Counts(card))
        {
            throw new UserError(
                $"{id} counts parts of the graph, and every proxy of a run is measured against such counts; "
                    + "leave it in"
            );
        }

        var user = manifest
            .Proxies.Where(other => !dropped.Contains(other))
            .FirstOrDefault(other =>
                AggregateCatalogue.Find(other)?.MembersIn(manifest.Space).Contains(id) == true
            );
        if (user is not null)
        {
            throw new UserError(
                $"{user} of {folder} is made from {id}; drop both (--proxies {user},{id}), or leave {id} in"
            );
        }
    }
}
