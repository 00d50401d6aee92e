using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>The arithmetic that the condition numbers share.</summary>
internal static class TangentKernel
{
    /// <summary>λ_max / λ_min, undefined when the kernel is singular to working precision.</summary>
    public static Score Condition(SampleKernel kernel) =>
        kernel.ConditionNumber() is { } condition
            ? Score.Of(condition)
            : Score.Undefined("the kernel is singular");
}
