using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;
using TorchSharp.Native;

namespace ZcBench.Torch.Tests;

public sealed class LibtorchTests
{
    [Fact]
    public void The_loaded_libraries_and_their_version_are_known()
    {
        Libtorch.Load();
        Assert.Equal("libzctorch.so", Path.GetFileName(Libtorch.ShimPath));
        Assert.StartsWith("libtorch_cpu.so", Path.GetFileName(Libtorch.LibtorchPath),
            StringComparison.Ordinal);
        Assert.True(File.Exists(Libtorch.LibtorchPath));
        Assert.Matches(@"^\d+\.\d+\.\d+", Libtorch.Version);
        Assert.Equal(Libtorch.Version, torch.__version__);
        Assert.Contains("threads", Libtorch.BuildInfo, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_library_that_cannot_be_loaded_is_refused_in_one_sentence_with_the_remedy()
    {
        var path = Path.GetTempFileName();
        try
        {
            var error = Assert.Throws<DllNotFoundException>(() => Libtorch.LoadFrom(path));
            Assert.StartsWith($"{path} cannot be loaded (", error.Message, StringComparison.Ordinal);
            Assert.EndsWith("then build again.", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("\n", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_missing_library_under_the_shim_is_named()
    {
        var error = Assert.Throws<DllNotFoundException>(() => Libtorch.LoadFrom("/nowhere/libtorch_cpu.so"));
        Assert.Contains("(/nowhere/libtorch_cpu.so is missing)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_import_exists_in_the_shim()
    {
        var library = NativeLibrary.Load(Libtorch.ShimPath);
        var imports = typeof(Libtorch).Assembly.GetType("TorchSharp.Native.Shim", throwOnError: true)!
            .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(m => m.Name)
            .Where(name => name.StartsWith("zct_", StringComparison.Ordinal))
            .ToArray();
        Assert.True(imports.Length > 100);
        Assert.All(imports, name => Assert.True(NativeLibrary.TryGetExport(library, name, out _), name));
    }
}
