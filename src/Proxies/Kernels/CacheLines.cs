using System.Buffers;
using System.Runtime.InteropServices;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// Rented memory of zeros that begins where a cache line does, so that vectors that lie within a line can be
/// read as such. Pages that were used before cost less than new ones.
/// </summary>
internal sealed unsafe class CacheLines : IDisposable
{
    private const int Line = 64;

    private readonly double[] _rented;
    private readonly int _count;
    private GCHandle _pin;

    /// <summary>Room for so many numbers.</summary>
    public CacheLines(int count)
    {
        _count = count;
        _rented = ArrayPool<double>.Shared.Rent(count + Line / sizeof(double));
        _pin = GCHandle.Alloc(_rented, GCHandleType.Pinned);
        Start = (double*)((_pin.AddrOfPinnedObject() + Line - 1) & -Line);
        Numbers.Clear();
    }

    /// <summary>The first number.</summary>
    public double* Start { get; }

    /// <summary>All of them.</summary>
    public Span<double> Numbers => new(Start, _count);

    /// <inheritdoc/>
    public void Dispose()
    {
        _pin.Free();
        ArrayPool<double>.Shared.Return(_rented);
    }
}
