using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Tests.Engine;

/// <summary>On TorchSharp's own native library.</summary>
public sealed class SymbolVersionsTests
{
    private const string Newest = "GLIBCXX_3.4.32";

    [Fact]
    public void Only_the_flag_of_the_one_version_changes()
    {
        var original = Library();
        var adapted = SymbolVersions.WithWeak(original, Newest)!;
        Assert.Equal(original.Length, adapted.Length);
        var changed = Enumerable.Range(0, original.Length).Where(i => original[i] != adapted[i]).ToList();
        Assert.Equal((0, 2), (original[changed.Single()], adapted[changed.Single()]));
        Assert.NotEqual(changed[0], Changed(original, "GLIBCXX_3.4.30"));
    }

    [Fact]
    public void A_version_that_is_not_asked_for_changes_nothing() =>
        Assert.Null(SymbolVersions.WithWeak(Library(), "GLIBCXX_9.9.99"));

    [Fact]
    public void A_file_of_another_kind_is_left_alone() =>
        Assert.Null(SymbolVersions.WithWeak(new byte[4096], Newest));

    private static int Changed(byte[] original, string version)
    {
        var adapted = SymbolVersions.WithWeak(original, version)!;
        return Enumerable.Range(0, original.Length).Single(i => original[i] != adapted[i]);
    }

    private static byte[] Library()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has such files");
        var folder = LibtorchFolder.FirstWith(
            NativeNames.Binding,
            [.. LibtorchFolder.OfProgram, .. Packages.NativeFolders]
        )!;
        return File.ReadAllBytes(Path.Combine(folder, NativeNames.File(NativeNames.Binding)));
    }
}
