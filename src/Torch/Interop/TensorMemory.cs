namespace TorchSharp.Native;

/// <summary>
/// Memory of tensors on the CPU, of the whole process. What one tensor leaves is kept for the next; it goes back to the system only
/// when the cap asks for it.
/// </summary>
/// <param name="Live">Bytes in use.</param>
/// <param name="Peak">The most bytes in use at once since the start or the last <see cref="ResetPeak"/>.</param>
/// <param name="Kept">Bytes freed but kept.</param>
public readonly record struct TensorMemory(long Live, long Peak, long Kept)
{
    /// <summary>How it stands.</summary>
    public static TensorMemory Now
    {
        get
        {
            TorchException.Check(Shim.zct_memory(out var live, out var peak, out var kept), operation: "memory");
            return new(live, peak, kept);
        }
    }

    /// <summary>Starts the peak anew from what is in use.</summary>
    public static void ResetPeak() => TorchException.Check(Shim.zct_reset_peak_memory(), operation: "reset peak");

    /// <summary>
    /// From now on a tensor that would take use above this many bytes is refused with a <see cref="TorchException"/>. 0: no cap.
    /// </summary>
    public static void Cap(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        TorchException.Check(Shim.zct_cap_memory(bytes), operation: "cap memory");
    }
}
