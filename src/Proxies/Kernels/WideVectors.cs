using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ZcBench.Proxies.Kernels;

/// <summary>Vectors of 512 bits.</summary>
internal static class WideVectors
{
    /// <summary>
    /// Whether the processor has them. .NET calls them not accelerated where the processor lowers its clock
    /// for them; kernels that do little else are faster with them there too.
    /// </summary>
    public static bool AreThere => Avx512F.IsSupported || Vector512.IsHardwareAccelerated;
}
