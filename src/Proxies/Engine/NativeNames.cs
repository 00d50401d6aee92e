namespace ZcBench.Proxies.Engine;

/// <summary>File names of native libraries on this platform.</summary>
internal static class NativeNames
{
    /// <summary>TorchSharp's native half.</summary>
    public const string Binding = "LibTorchSharp";

    /// <summary>The part of libtorch that every build of it has.</summary>
    public const string Cpu = "torch_cpu";

    /// <summary>The part that only builds for CUDA have.</summary>
    public const string Cuda = "torch_cuda";

    /// <summary>What ties the parts together.</summary>
    public const string Whole = "torch";

    /// <summary>"libx.so", "libx.dylib" or "x.dll".</summary>
    public static string File(string name) =>
        OperatingSystem.IsWindows() ? $"{name}.dll"
        : OperatingSystem.IsMacOS() ? $"lib{name}.dylib"
        : $"lib{name}.so";
}
