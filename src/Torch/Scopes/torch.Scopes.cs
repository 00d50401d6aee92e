namespace TorchSharp;

/// <summary>libtorch under TorchSharp's names.</summary>
public static partial class torch
{
    /// <summary>Begins a scope that disposes, at its end, the tensors made on this thread since.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScope.Begin();

    /// <summary>Switches gradient recording off on this thread until the result is disposed.</summary>
    public static IDisposable no_grad() => new AutoGradMode(false);

    /// <summary>Switches gradient recording on on this thread until the result is disposed.</summary>
    public static IDisposable enable_grad() => new AutoGradMode(true);

    /// <summary>Switches gradient recording on this thread until the result is disposed.</summary>
    public static IDisposable set_grad_enabled(bool mode) => new AutoGradMode(mode);

    /// <summary>Whether operations on this thread are recorded for differentiation.</summary>
    public static bool is_grad_enabled() => AutoGradMode.IsAutogradEnabled();
}
