using ZcBench.Benchmarks;
using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Tests.Engine;

public sealed class LibtorchFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("libtorch").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_variable_goes_before_the_program_and_that_before_packages()
    {
        var (own, program, package) = (Folder("own"), Folder("program"), Folder("package"));
        Assert.Equal(new(own, LibtorchOrigin.Variable), LibtorchFolder.Find(own, [program], [package]));
        Assert.Equal(new(program, LibtorchOrigin.Program), LibtorchFolder.Find(null, [program], [package]));
        Assert.Equal(
            new(package, LibtorchOrigin.Package),
            LibtorchFolder.Find("", [Path.Combine(_root, "none")], [package])
        );
    }

    [Fact]
    public void The_folder_of_a_wheel_stands_for_its_lib_folder() =>
        Assert.Equal(
            new(Folder("torch/lib"), LibtorchOrigin.Variable),
            LibtorchFolder.Find(Path.Combine(_root, "torch"), [], [])
        );

    [Fact]
    public void Without_any_the_loader_must_know() =>
        Assert.Equal(
            new(null, LibtorchOrigin.Loader),
            LibtorchFolder.Find(null, [_root], [Path.Combine(_root, "none")])
        );

    [Fact]
    public void A_variable_that_names_a_folder_without_one_is_refused()
    {
        var fault = Assert.Throws<UserError>(() => LibtorchFolder.Find(_root, [], [Folder("package")]));
        Assert.Contains($"LIBTORCH is '{_root}'", fault.Message, StringComparison.Ordinal);
    }

    private string Folder(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, name)).FullName;
        File.WriteAllBytes(Path.Combine(folder, NativeNames.File(NativeNames.Cpu)), []);
        return folder;
    }
}
