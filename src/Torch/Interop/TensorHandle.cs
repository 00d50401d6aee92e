using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Owns one boxed at::Tensor; a forgotten one is freed by its finalizer.</summary>
internal sealed class TensorHandle : SafeHandle
{
    /// <summary>What an absent optional tensor is passed as.</summary>
    public static readonly TensorHandle None = new(0);

    private static long _live;

    public TensorHandle(nint pointer)
        : base(0, ownsHandle: true)
    {
        if (pointer == 0)
            return;
        SetHandle(pointer);
        Interlocked.Increment(ref _live);
    }

    /// <summary>How many boxed tensors are owned and not yet freed.</summary>
    public static long Live => Interlocked.Read(ref _live);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Interlocked.Decrement(ref _live);
        return Shim.zct_free(handle) == 0;
    }
}
