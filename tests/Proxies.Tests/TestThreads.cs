using System.Runtime.CompilerServices;
using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Tests;

internal static class TestThreads
{
    [ModuleInitializer]
    internal static void UseAllCores()
    {
        Libtorch.Load();
        torch.set_num_threads(Environment.ProcessorCount);
    }
}
