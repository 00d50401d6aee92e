using ZcBench.Benchmarks;
using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>Names of initial weights, as requests and protocols have them.</summary>
public static class Initialisation
{
    /// <summary>Every proxy draws weights as its authors do.</summary>
    public const string Published = "published";

    /// <summary>As the tensor library draws them.</summary>
    public const string Default = "default";

    /// <summary>The initialisation forced on all proxies, null for each its own.</summary>
    /// <exception cref="UserError">There is none of that name.</exception>
    public static InitKind? Named(string name) =>
        name switch
        {
            Published => null,
            Default => InitKind.Default,
            "kaiming" => InitKind.KaimingNormal,
            "gaussian" => InitKind.StandardNormal,
            _ => throw new UserError(
                $"--init '{name}' is unknown; use published, default, kaiming or gaussian"
            ),
        };
}
