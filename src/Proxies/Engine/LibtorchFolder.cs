using System.Runtime.InteropServices;
using ZcBench.Benchmarks;

namespace ZcBench.Proxies.Engine;

/// <summary>Where native files are.</summary>
/// <param name="Path">The folder; null where only the system's loader knows.</param>
/// <param name="Origin">Why this one.</param>
internal sealed record LibtorchFolder(string? Path, LibtorchOrigin Origin)
{
    /// <summary>The environment variable that names a libtorch.</summary>
    public const string Variable = "LIBTORCH";

    /// <summary>A published program's own folders.</summary>
    public static IReadOnlyList<string> OfProgram { get; } =
    [
        System.IO.Path.Combine(AppContext.BaseDirectory, "libtorch"),
        AppContext.BaseDirectory,
        System.IO.Path.Combine(
            AppContext.BaseDirectory,
            "runtimes",
            RuntimeInformation.RuntimeIdentifier,
            "native"
        ),
    ];

    /// <summary>
    /// The libtorch to use: the first of variable, program, packages and loader that there is.
    /// </summary>
    /// <param name="variable">
    /// Value of LIBTORCH: the folder of a libtorch, its lib folder, or the torch folder of a Python wheel.
    /// </param>
    /// <param name="program">Folders beside the program.</param>
    /// <param name="packages">Folders of packages.</param>
    /// <exception cref="UserError">The variable names a folder without a libtorch.</exception>
    public static LibtorchFolder Find(
        string? variable,
        IReadOnlyList<string> program,
        IReadOnlyList<string> packages
    )
    {
        if (!string.IsNullOrEmpty(variable))
        {
            return new(
                FirstWith(NativeNames.Cpu, [System.IO.Path.Combine(variable, "lib"), variable])
                    ?? throw new UserError(
                        $"{Variable} is '{variable}', and there is no {NativeNames.File(NativeNames.Cpu)} "
                            + "in it or in its lib folder; "
                            + "set it to the folder of a libtorch or to the torch folder of a Python wheel, "
                            + "or unset it"
                    ),
                LibtorchOrigin.Variable
            );
        }

        return FirstWith(NativeNames.Cpu, program) is { } own ? new(own, LibtorchOrigin.Program)
            : FirstWith(NativeNames.Cpu, packages) is { } package ? new(package, LibtorchOrigin.Package)
            : new(null, LibtorchOrigin.Loader);
    }

    /// <summary>The first of some folders that holds a library.</summary>
    public static string? FirstWith(string library, IEnumerable<string> folders) =>
        folders
            .Select(System.IO.Path.GetFullPath)
            .FirstOrDefault(folder => File.Exists(System.IO.Path.Combine(folder, NativeNames.File(library))));
}
