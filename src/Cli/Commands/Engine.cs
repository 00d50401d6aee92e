using ZcBench.Benchmarks;

namespace ZcBench.Cli.Commands;

/// <summary>The tensor library, needed by every command that runs a network.</summary>
internal static class Engine
{
    /// <summary>Loads it now, so that a missing one is a sentence and not a failure later.</summary>
    public static void Require()
    {
#if OWN_ENGINE
        try
        {
            TorchSharp.Native.Libtorch.Load();
        }
        catch (DllNotFoundException fault)
        {
            throw new UserError(fault.Message, fault);
        }
#endif
    }

    /// <summary>Makes the engine refuse tensors on the CPU beyond so many bytes; 0: no bound.</summary>
    public static void LimitMemory(long bytes)
    {
#if OWN_ENGINE
        TorchSharp.Native.TensorMemory.Cap(bytes);
#else
        _ = bytes;
#endif
    }
}
