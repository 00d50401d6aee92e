using System.Runtime.Intrinsics;

namespace ZcBench.Proxies.Kernels;

/// <summary>x · y + sum in one instruction, for the precisions that have it.</summary>
internal interface IMultiplyAdd<T>
{
    /// <summary>x · y + sum, each lane.</summary>
    static abstract Vector512<T> Add(Vector512<T> x, Vector512<T> y, Vector512<T> sum);
}

/// <summary>Single precision.</summary>
internal readonly struct SingleMultiplyAdd : IMultiplyAdd<float>
{
    public static Vector512<float> Add(Vector512<float> x, Vector512<float> y, Vector512<float> sum) =>
        Vector512.FusedMultiplyAdd(x, y, sum);
}

/// <summary>Double precision.</summary>
internal readonly struct DoubleMultiplyAdd : IMultiplyAdd<double>
{
    public static Vector512<double> Add(Vector512<double> x, Vector512<double> y, Vector512<double> sum) =>
        Vector512.FusedMultiplyAdd(x, y, sum);
}
