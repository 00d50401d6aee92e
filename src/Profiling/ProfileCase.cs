using ZcBench.Benchmarks;
using ZcBench.Proxies.Probe;

namespace ZcBench.Profiling;

/// <summary>One thing to time: one proxy alone, or all of them in one shared plan.</summary>
/// <param name="Label">Id of the proxy, or <see cref="Shared"/>.</param>
/// <param name="Size">Short name of the architecture.</param>
/// <param name="Architectures">What is scored at once: one, or a population.</param>
/// <param name="Batch">Images in the minibatch.</param>
/// <param name="Proxies">What is scored.</param>
public sealed record ProfileCase(
    string Label,
    string Size,
    IReadOnlyList<Architecture> Architectures,
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
            .. from item in Subjects(request)
            from batch in request.Batches
            from proxies in request
                .Proxies.Select(proxy => (IReadOnlyList<IProxy>)[proxy])
                .Prepend(request.Proxies)
            select new ProfileCase(
                proxies == request.Proxies ? Shared : proxies[0].Info.Id,
                item.Name,
                item.Architectures,
                batch,
                proxies
            ),
        ];

    private static IEnumerable<(string Name, IReadOnlyList<Architecture> Architectures)> Subjects(
        ProfileRequest request
    ) =>
        request.Populations.Count > 0
            ? request.Populations.Select(size =>
                ($"{size} at once", (IReadOnlyList<Architecture>)[.. request.Mixed.Take(size)])
            )
            : request.Architectures.Select(item =>
                (item.Name, (IReadOnlyList<Architecture>)[item.Architecture])
            );

    /// <inheritdoc/>
    public override string ToString() => $"{Label}, {Size}, batch {Batch}";
}
