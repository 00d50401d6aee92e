using System.Runtime.Intrinsics;

namespace ZcBench.Proxies.Kernels;

/// <summary>Double precision.</summary>
internal readonly struct DoubleMultiplyAdd : IMultiplyAdd<double>
{
    public static Vector512<double> Add(Vector512<double> x, Vector512<double> y, Vector512<double> sum) =>
        Vector512.FusedMultiplyAdd(x, y, sum);
}
