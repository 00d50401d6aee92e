namespace ZcBench.Imports.Pickles;

/// <summary>
/// Bounds on what a pickle may ask for, far above what the official files hold. They bound memory, whatever a
/// file says.
/// </summary>
/// <param name="Objects">
/// Most containers, most objects that the pickle can refer back to, and most items that lie in containers at
/// one time.
/// </param>
/// <param name="KeptBytes">
/// Bytes of all texts, byte strings and long numbers together, repeated short texts counted once.
/// </param>
internal sealed record PickleLimits(int Objects, long KeptBytes = PickleLimits.MostKeptBytes)
{
    /// <summary>Bytes of one text or byte string.</summary>
    public const int TextBytes = 1 << 24;

    private const long MostKeptBytes = 1L << 28;

    /// <summary>Bytes of a number, or of a line of protocol 0.</summary>
    public const int LineBytes = 4096;

    /// <summary>Objects waiting on the stack. Writers store containers in batches of 1,000.</summary>
    public const int Stack = 1 << 20;

    /// <summary>Containers begun and not ended, one inside the other.</summary>
    public const int Depth = 1000;

    /// <summary>Bytes of a frame, which Python fills to 64 KiB.</summary>
    public const long FrameBytes = 1L << 32;

    private const int FewestObjects = 1 << 20;
    private const int MostObjects = 1 << 28;

    /// <summary>
    /// The bounds for a file: as many objects as it has bytes, but 2²⁰ in small ones and no more than 2²⁸.
    /// </summary>
    public static PickleLimits For(long fileBytes) =>
        new((int)Math.Clamp(fileBytes, FewestObjects, MostObjects));
}
