using System.Runtime.Intrinsics;

namespace ZcBench.Proxies.Kernels;

/// <summary>Single precision.</summary>
internal readonly struct SingleMultiplyAdd : IMultiplyAdd<float>
{
    public static Vector512<float> Add(Vector512<float> x, Vector512<float> y, Vector512<float> sum) =>
        Vector512.FusedMultiplyAdd(x, y, sum);
}
