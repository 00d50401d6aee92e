using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Probe;

/// <summary>An architecture that is to be scored.</summary>
/// <param name="Architecture">The architecture.</param>
/// <param name="Blueprint">Its network for the task of the settings.</param>
public sealed record BuiltArchitecture(Architecture Architecture, Blueprint Blueprint)
{
    /// <summary>Builds the network.</summary>
    public static BuiltArchitecture Of(Architecture architecture, ImageTask task) =>
        new(architecture, SearchSpaces.Named(architecture.Space).Build(architecture, task));

    /// <summary>The same with what is known to be zero computed like any other value.</summary>
    public BuiltArchitecture WithZeros(ImageTask task) =>
        this with
        {
            Blueprint = SearchSpaces.Named(Architecture.Space).BuildWithZeros(Architecture, task),
        };
}
