using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>The passes that a list of proxies costs, before anything is computed.</summary>
/// <param name="Sessions">One for each way of drawing weights and feeding the network.</param>
public sealed record Plan(IReadOnlyList<PlannedSession> Sessions)
{
    /// <summary>Plans a list of proxies under an initialisation forced on all, or each its own.</summary>
    /// <param name="proxies">The proxies.</param>
    /// <param name="init">One initialisation for all that leave it open; null for each its own.</param>
    /// <param name="batchIsNoise">Whether the minibatch is white noise.</param>
    /// <param name="isSingle">Whether single precision is asked for.</param>
    public static Plan Of(
        IReadOnlyList<IProxy> proxies,
        InitKind? init,
        bool batchIsNoise,
        bool isSingle = true
    ) =>
        new([
            .. proxies
                .GroupBy(proxy =>
                    (
                        Key: SessionKey.Of(proxy.Info, init, batchIsNoise, isSingle),
                        (proxy as TrainedProxy)?.Budget
                    )
                )
                .Select(group => new PlannedSession(
                    group.Key.Key.Init,
                    group.Key.Key.Input,
                    group.Key.Key.IsWidened,
                    group.Key.Budget,
                    Passes([.. group])
                ))
                .Where(session => session.Passes.Count > 0),
        ]);

    private static IReadOnlyList<PlannedPass> Passes(IReadOnlyList<IProxy> group) =>
        [
            .. group
                .SelectMany(proxy => proxy.Needs)
                .SelectMany(need => need.Closure)
                .Distinct()
                .Where(need => need != Structure.Need)
                .Select(need => new PlannedPass(
                    need,
                    [
                        .. group
                            .Where(proxy => proxy.Needs.SelectMany(own => own.Closure).Contains(need))
                            .Select(proxy => proxy.Info.Id),
                    ]
                )),
        ];
}
