using ZcBench.Benchmarks;
using ZcBench.Scores.Aggregates;

namespace ZcBench.Scores;

/// <summary>A proxy or aggregate of a run whose scores are not all there.</summary>
/// <param name="Proxy">Its id.</param>
/// <param name="Missing">How many architectures lack its score, or that of a member.</param>
public sealed record RunGap(string Proxy, int Missing)
{
    /// <summary>Every such proxy of a run, in the order of its manifest.</summary>
    /// <param name="store">The scores.</param>
    /// <param name="manifest">The run.</param>
    /// <param name="architectures">What the run is about.</param>
    public static IReadOnlyList<RunGap> Of(
        RunStore store,
        RunManifest manifest,
        IReadOnlyList<Architecture> architectures
    )
    {
        var cards = store.Proxies().ToDictionary(card => card.Id, StringComparer.Ordinal);
        return
        [
            .. manifest
                .Proxies.Select(id => new RunGap(
                    id,
                    Missing(AggregateCatalogue.Find(id)?.MembersIn(manifest.Space) ?? [id])
                ))
                .Where(gap => gap.Missing > 0),
        ];

        int Missing(IReadOnlyList<string> members)
        {
            if (members.Any(id => !cards.ContainsKey(id)))
            {
                return architectures.Count;
            }

            Func<string, bool>[] scored =
            [
                .. members.Select(id =>
                {
                    var all = store.Scored(manifest.Space, [cards[id]], manifest.ProtocolOf(id));
                    return (Func<string, bool>)(text => all(text, 0));
                }),
            ];
            return architectures.Count(one => !Array.TrueForAll(scored, has => has(one.Text)));
        }
    }
}
