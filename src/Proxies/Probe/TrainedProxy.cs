using ZcBench.Benchmarks;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>A proxy of the networks as some training has left them, such as wot@20.</summary>
internal sealed class TrainedProxy : IProxy
{
    /// <summary>The proxy after that training.</summary>
    /// <exception cref="UserError">It looks at a network of its own, which nobody trains.</exception>
    public TrainedProxy(IProxy proxy, TrainingBudget budget)
    {
        if (!IsPossible(proxy))
        {
            throw new UserError(
                $"'{budget.Of(proxy.Info.Id)}' is not possible: "
                    + $"{proxy.Info.Id} looks at a network of its own, which is not trained; "
                    + $"leave @{budget} away"
            );
        }

        Budget = budget;
        Proxy = proxy;
        Info = proxy.Info.After(budget);
    }

    /// <summary>The proxy.</summary>
    public IProxy Proxy { get; }

    /// <summary>How long the networks are trained before it looks.</summary>
    public TrainingBudget Budget { get; }

    /// <inheritdoc/>
    public ProxyInfo Info { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs => Proxy.Needs;

    /// <summary>Whether training changes what a proxy looks at: not a network of its own making.</summary>
    public static bool IsPossible(IProxy proxy) =>
        !proxy.Needs.SelectMany(need => need.Closure).Any(need => need.BuildsNetwork);

    /// <summary>Whether it reads the steps of a training: there is nothing before the first.</summary>
    public static bool ReadsSteps(IProxy proxy) => proxy.Needs.Contains(Learning.Curve);

    /// <summary>Whether a proxy tells something only of networks that were trained.</summary>
    public static bool IsOfTraining(IProxy proxy) => proxy.Needs.Any(need => need.IsOfTraining);

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => Proxy.Score(evidence);
}
