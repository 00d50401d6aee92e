using TorchSharp.Native;

namespace TorchSharp;

/// <summary>Switches gradient recording on its thread, and back at its end.</summary>
public sealed class AutoGradMode : IDisposable
{
    private readonly bool _before;

    /// <summary>Switches gradient recording on or off.</summary>
    public AutoGradMode(bool enabled)
    {
        _before = IsAutogradEnabled();
        Set(enabled);
    }

    /// <summary>Whether operations on this thread are recorded.</summary>
    public static bool IsAutogradEnabled()
    {
        TorchException.Check(Shim.zct_grad_mode(out var enabled), operation: "is_grad_enabled");
        return enabled;
    }

    /// <summary>Restores what was before.</summary>
    public void Dispose() => Set(_before);

    private static void Set(bool enabled) =>
        TorchException.Check(Shim.zct_set_grad_mode(enabled), operation: "set_grad_enabled");
}
