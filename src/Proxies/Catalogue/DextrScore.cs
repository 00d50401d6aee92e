using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>The score that the variants of Dextr share.</summary>
internal static class DextrScore
{
    /// <summary>A B / (A + B) with A = ln(1 + Σ ratios) and B = ln(1 + κ).</summary>
    public static Score Of(SingularRatios ratios, CircleCurvature curvature, IEnumerable<int> steps)
    {
        if (ratios.OfStep is not { } ofStep)
        {
            return Score.Undefined(ratios.Reason);
        }

        if (curvature.Velocity is null)
        {
            return Score.Undefined(curvature.Reason);
        }

        var a = Math.Log(1 + steps.Sum(step => ofStep.GetValueOrDefault(step)));
        var b = Math.Log(1 + curvature.Curvature);
        return double.IsFinite(b)
            ? Score.Of(a * b / (a + b))
            : Score.Undefined("the logits do not move along the circle, which then has no curvature");
    }
}
