using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>zct_scalar: a number and its kind.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeScalar
{
    public long Integer;
    public double Real;
    public ScalarKind Kind;

    public NativeScalar(double value) => (Real, Kind) = (value, ScalarKind.Real);

    public NativeScalar(long value) => (Integer, Real, Kind) = (value, value, ScalarKind.Integer);

    public NativeScalar(bool value) =>
        (Integer, Real, Kind) = (value ? 1 : 0, value ? 1 : 0, ScalarKind.Boolean);

    public readonly double ToDouble() => Real;

    public readonly long ToInt64() => Kind == ScalarKind.Real ? (long)Real : Integer;
}
