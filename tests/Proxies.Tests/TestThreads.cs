using System.Runtime.CompilerServices;

namespace ZcBench.Proxies.Tests;

internal static class TestThreads
{
    [ModuleInitializer]
    internal static void UseAllCores() => torch.set_num_threads(Environment.ProcessorCount);
}
