namespace ZcBench.Proxies.Engine;

/// <summary>
/// Numbers that outlive the tensor operation they are given to. TorchSharp makes an object of each plain
/// number and hands its address to libtorch; nothing holds the object from then on, so a garbage collection
/// that another thread starts can free it while libtorch still reads it. These are held until the thread has
/// made some more of them.
/// </summary>
public static class Scalars
{
    // An operation takes three at most.
    private const int Held = 16;

    [ThreadStatic]
    private static Scalar?[]? _held;

    [ThreadStatic]
    private static int _next;

    /// <summary>A number for one operation; not to be kept.</summary>
    public static Scalar Of(double value) => Hold(value.ToScalar());

    /// <summary>A whole number for one operation; not to be kept.</summary>
    public static Scalar Of(long value) => Hold(value.ToScalar());

    private static Scalar Hold(Scalar scalar)
    {
        var held = _held ??= new Scalar?[Held];
        held[_next]?.Dispose();
        held[_next] = scalar;
        _next = (_next + 1) % Held;
        return scalar;
    }
}
