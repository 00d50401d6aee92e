using ZcBench.Proxies.Population;
using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Proxies.Probe;

/// <summary>What one session has to show, and to whom; the same for every architecture.</summary>
/// <param name="Key">How weights are drawn and what is fed.</param>
/// <param name="Members">
/// The proxies, each with its place in the list asked for and everything it is made from.
/// </param>
internal sealed record SessionPlan(
    SessionKey Key,
    IReadOnlyList<(int Index, IProxy Proxy, Need[] Needs)> Members
)
{
    /// <summary>For each need, how many of the proxies it is for.</summary>
    public IReadOnlyDictionary<Need, int> Users { get; } =
        Members.SelectMany(member => member.Needs).CountBy(need => need).ToDictionary();

    /// <summary>Whether nothing is looked at but the network as data, so that there are no tensors.</summary>
    public bool IsCounting { get; } = Members.All(member => member.Needs.All(need => need == Structure.Need));

    /// <summary>All needs.</summary>
    public IEnumerable<Need> Wanted => Users.Keys;

    /// <summary>The steps that passes will select.</summary>
    public IReadOnlyList<StepSelection> Selections =>
        [.. Wanted.Select(need => need.Selects).OfType<StepSelection>().Distinct()];

    /// <summary>Whether any gradient is taken.</summary>
    public bool Differentiates => Wanted.Any(need => need.Differentiates);

    /// <summary>What the shared forward pass has to do.</summary>
    public SharedPass Shared { get; } =
        SharedPass.Of([
            .. Members.SelectMany(member => member.Needs).Distinct().Where(need => need.IsOfSharedPass),
        ]);

    /// <summary>
    /// The sessions of a list of proxies, on networks as drawn or trained; a proxy that the task gives
    /// nothing to read is in none.
    /// </summary>
    public static IReadOnlyList<SessionPlan> Of(
        IReadOnlyList<IProxy> proxies,
        ProbeSettings settings,
        bool isTrained
    ) =>
        [
            .. proxies
                .Index()
                .Where(item => LabelRule.Refusal(item.Item.Info, settings.Task) is null)
                .GroupBy(item =>
                    isTrained
                        ? SessionKey.OfTrained(item.Item.Info, settings)
                        : SessionKey.Of(item.Item.Info, settings)
                )
                .Select(group => new SessionPlan(
                    group.Key,
                    [.. group.Select(item => (item.Index, item.Item, Closure(item.Item)))]
                )),
        ];

    private static Need[] Closure(IProxy proxy) =>
        [.. proxy.Needs.SelectMany(need => need.Closure).Distinct()];
}
