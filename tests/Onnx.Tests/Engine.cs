using System.Runtime.CompilerServices;
using ZcBench.Proxies.Engine;

namespace ZcBench.Onnx.Tests;

internal static class Engine
{
    [ModuleInitializer]
    internal static void Load() => Libtorch.Load();
}
