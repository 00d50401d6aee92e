using ZcBench.Benchmarks;
using ZcBench.Proxies.Probe;

namespace ZcBench.Profiling;

/// <summary>One thing to time: one proxy alone, or all of them in one shared plan.</summary>
/// <param name="Label">Id of the proxy, or <see cref="Shared"/>.</param>
/// <param name="Size">Short name of the architecture.</param>
/// <param name="Architecture">The architecture.</param>
/// <param name="Batch">Images in the minibatch.</param>
/// <param name="Proxies">What is scored.</param>
public sealed record ProfileCase(
    string Label,
    string Size,
    Architecture Architecture,
    int Batch,
    IReadOnlyList<IProxy> Proxies
)
{
    /// <summary>Label of the plan that all proxies share.</summary>
    public const string Shared = "all together";

    /// <summary>
    /// Every case of a request: for each architecture and batch the shared plan, then each proxy alone.
    /// </summary>
    public static IReadOnlyList<ProfileCase> Of(ProfileRequest request) =>
        [
            .. from item in request.Architectures
            from batch in request.Batches
            from proxies in request
                .Proxies.Select(proxy => (IReadOnlyList<IProxy>)[proxy])
                .Prepend(request.Proxies)
            select new ProfileCase(
                proxies == request.Proxies ? Shared : proxies[0].Info.Id,
                item.Name,
                item.Architecture,
                batch,
                proxies
            ),
        ];

    /// <inheritdoc/>
    public override string ToString() => $"{Label}, {Size}, batch {Batch}";
}
