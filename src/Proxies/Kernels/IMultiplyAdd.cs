using System.Runtime.Intrinsics;

namespace ZcBench.Proxies.Kernels;

/// <summary>x · y + sum in one instruction, for the precisions that have it.</summary>
internal interface IMultiplyAdd<T>
{
    /// <summary>x · y + sum, each lane.</summary>
    static abstract Vector512<T> Add(Vector512<T> x, Vector512<T> y, Vector512<T> sum);
}
