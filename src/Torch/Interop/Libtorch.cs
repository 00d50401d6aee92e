using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>
/// What engine this process runs on. Only this binding has it; a build against the TorchSharp package does
/// not.
/// </summary>
public static partial class Libtorch
{
    private const string FileName = "libzctorch.so";

    private const string Remedy =
        "install libtorch (Debian: apt-get install libtorch-dev libopenblas0-openmp) or set LIBTORCH to"
        + " a libtorch folder, then build again";

    /// <summary>The path of the loaded shim, libzctorch.so.</summary>
    /// <exception cref="DllNotFoundException">The shim is missing or cannot be loaded.</exception>
    public static string ShimPath => PathOf(0);

    /// <summary>The path of the loaded libtorch_cpu.so.</summary>
    /// <exception cref="DllNotFoundException">The shim is missing or cannot be loaded.</exception>
    public static string LibtorchPath => PathOf(1);

    /// <summary>The version of libtorch the shim was built against, such as 1.13.0.</summary>
    /// <exception cref="DllNotFoundException">The shim is missing or cannot be loaded.</exception>
    public static string Version => Text(Shim.zct_torch_version());

    /// <summary>
    /// libtorch's own description of its build (compiler, BLAS, CUDA) and of its threading, several lines.
    /// </summary>
    /// <exception cref="DllNotFoundException">The shim is missing or cannot be loaded.</exception>
    public static string BuildInfo
    {
        get
        {
            TorchException.Check(Shim.zct_build_info(out var text), operation: "show_config");
            return Text(text);
        }
    }

    /// <summary>Loads the engine now, so that a missing one is reported before any work.</summary>
    /// <exception cref="DllNotFoundException">One sentence: what is missing, and the remedy.</exception>
    public static void Load() => Shim.zct_torch_version();

    internal static string Text(nint utf8) => Marshal.PtrToStringUTF8(utf8) ?? "";

    internal static nint Resolve(string name, System.Reflection.Assembly assembly,
        DllImportSearchPath? search)
    {
        if (name != Shim.Library)
            return 0;
        var path = Path.Combine(AppContext.BaseDirectory, FileName);
        if (!File.Exists(path))
            throw new DllNotFoundException($"{FileName} is not in {AppContext.BaseDirectory}; {Remedy}.");
        return LoadFrom(path);
    }

    internal static nint LoadFrom(string path)
    {
        BoundSpinning();
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (DllNotFoundException e)
        {
            throw new DllNotFoundException($"{path} cannot be loaded ({Cause(e.Message)}); {Remedy}.", e);
        }
        catch (BadImageFormatException e)
        {
            throw new DllNotFoundException($"{path} is not a library of this machine; {Remedy}.", e);
        }
    }

    // GNU OpenMP's threads wait for each other by spinning, milliseconds long. Where other work takes a core, or this program's own
    // threads do, that slows everything tenfold. The variable is read when the library is loaded; one that is set already stays.
    private static void BoundSpinning() => SetVariable("GOMP_SPINCOUNT", "10000", overwrite: 0);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);

    // dlopen names the library that it misses before the first colon; .NET wraps that in lines of its own.
    private static string Cause(string message)
    {
        foreach (var line in message.Split('\n'))
        {
            const string Missing = ": cannot open shared object file";
            var end = line.IndexOf(Missing, StringComparison.Ordinal);
            if (end < 0)
                continue;
            var library = line[..end];
            return library[(library.LastIndexOf(' ') + 1)..] + " is missing";
        }

        return message.Split('\n').First(line => line.Length > 0).TrimEnd('.');
    }

    private static string PathOf(int which)
    {
        TorchException.Check(Shim.zct_library_path(which, out var text), operation: "library path");
        return Text(text);
    }
}
