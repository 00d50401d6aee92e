using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using ZcBench.Benchmarks;

namespace ZcBench.Proxies.Engine;

/// <summary>
/// The libtorch that TorchSharp runs on in this process. It is loaded before TorchSharp looks for one:
/// TorchSharp then finds it by its name, wherever its files are.
/// </summary>
public sealed class Libtorch
{
    // GCC 13's version of the C++ runtime; SymbolVersions says why it can be missing.
    private const string NewestRuntime = "GLIBCXX_3.4.32";

    private static readonly Lock Gate = new();
    private static Libtorch? _loaded;

    private readonly Dictionary<string, nint> _handles = new(StringComparer.Ordinal);
    private readonly LibtorchFolder _folder;

    private Libtorch(LibtorchFolder folder)
    {
        _folder = folder;
        BoundSpinning();
        KeepKernels();
        NativeHeap.KeepFreed();
        LoadLibtorch();
        LoadBinding();
        AssemblyLoadContext.GetLoadContext(typeof(torch).Assembly)!.ResolvingUnmanagedDll += (_, name) =>
            _handles.GetValueOrDefault(name);
        Begin();
    }

    /// <summary>Why this one is in use.</summary>
    public LibtorchOrigin Origin => _folder.Origin;

    /// <summary>Its version; null where it does not tell.</summary>
    public Version? Version { get; private set; }

    /// <summary>Whether it is built for CUDA. There may be no GPU all the same.</summary>
    public bool IsForCuda => _handles.ContainsKey(NativeNames.Cuda);

    /// <summary>
    /// Whether TorchSharp's native library was loaded with its need of the newest C++ runtime made weak,
    /// because this system has an older one.
    /// </summary>
    public bool IsBindingAdapted { get; private set; }

    /// <summary>Path of the file that holds most of it.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Loads libtorch unless that was done before. Call it before anything of TorchSharp.</summary>
    /// <exception cref="UserError">There is none, or it cannot be used, with the reason.</exception>
    public static Libtorch Load()
    {
        lock (Gate)
        {
            return _loaded ??= new(
                LibtorchFolder.Find(
                    Environment.GetEnvironmentVariable(LibtorchFolder.Variable),
                    LibtorchFolder.OfProgram,
                    Packages.NativeFolders
                )
            );
        }
    }

    /// <summary>"libtorch 2.10.0".</summary>
    public override string ToString() => Version is null ? "libtorch" : $"libtorch {Version}";

    /// <summary>Checks that a CUDA GPU can be used.</summary>
    /// <exception cref="UserError">This libtorch is for the CPU, or there is no GPU.</exception>
    public void RequireCuda()
    {
        if (!IsForCuda)
        {
            throw new UserError(
                $"--device cuda needs a libtorch for CUDA, and the one in use is for the CPU ({Path}); "
                    + "set LIBTORCH to the folder of one for CUDA, "
                    + "such as the torch folder of a Python wheel, or use --device cpu"
            );
        }

        if (!torch.cuda.is_available())
        {
            throw new UserError(
                "--device cuda needs a CUDA GPU, and libtorch finds none; see whether nvidia-smi lists one, "
                    + "or use --device cpu"
            );
        }
    }

    // Threads of OpenMP wait for each other by spinning, which on cores that other programs use too makes two
    // slower than one.
    private static void BoundSpinning()
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxSystem.SetVariable("GOMP_SPINCOUNT", "10000");
        }
    }

    // oneDNN keeps the kernels of 1,024 shapes. A table of networks of all kinds has more, and a kernel that
    // is made again could be made by two threads at once (FirstKernels of the runs says what that does).
    private static void KeepKernels()
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxSystem.SetVariable("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "8192");
        }
    }

    private void LoadLibtorch()
    {
        try
        {
            _handles[NativeNames.Cpu] = Open(NativeNames.Cpu);
            if (
                _folder.Path is null
                || LibtorchFolder.FirstWith(NativeNames.Cuda, [_folder.Path]) is not null
            )
            {
                LoadCuda();
            }

            _handles[NativeNames.Whole] = Open(NativeNames.Whole);
            SwitchNnpackOff(_handles[NativeNames.Cpu]);
            Version = VersionOf(_handles[NativeNames.Cpu]);
            Path = LoadedFrom(NativeNames.File(NativeNames.Cpu));
        }
        catch (DllNotFoundException fault) when (_folder.Path is null)
        {
            throw new UserError(
                "there is no libtorch: this program was built without one, and the loader finds none; "
                    + "set LIBTORCH to the folder of a libtorch or to the torch folder of a Python wheel",
                fault
            );
        }
        catch (Exception fault) when (fault is DllNotFoundException or BadImageFormatException)
        {
            throw new UserError($"the libtorch in {_folder.Path} cannot be loaded: {Reason(fault)}", fault);
        }
    }

    private void LoadCuda()
    {
        try
        {
            _handles[NativeNames.Cuda] = Open(NativeNames.Cuda);
        }
        catch (DllNotFoundException) when (_folder.Path is null)
        {
            // The loader's libtorch is one for the CPU.
        }
    }

    private void LoadBinding()
    {
        var file = NativeNames.File(NativeNames.Binding);
        var folder =
            LibtorchFolder.FirstWith(
                NativeNames.Binding,
                [.. LibtorchFolder.OfProgram, .. Packages.NativeFolders]
            )
            ?? throw new UserError(
                $"TorchSharp's native library {file} is missing from {LibtorchFolder.OfProgram[0]} "
                    + "and from the packages; build again, or publish again. "
                    + "TorchSharp has one for Linux x64, Windows and macOS arm64"
            );
        var path = System.IO.Path.Combine(folder, file);
        try
        {
            _handles[NativeNames.Binding] = OpenFile(path);
        }
        catch (DllNotFoundException fault)
            when (fault.Message.Contains(NewestRuntime, StringComparison.Ordinal)
                && SymbolVersions.WithWeak(File.ReadAllBytes(path), NewestRuntime) is { } adapted
            )
        {
            _handles[NativeNames.Binding] = Adapted(file, adapted);
            IsBindingAdapted = true;
        }
        catch (Exception fault) when (fault is DllNotFoundException or BadImageFormatException)
        {
            throw Unfit(fault);
        }
    }

    private nint Adapted(string file, byte[] bytes)
    {
        try
        {
            return LinuxSystem.Load(file, bytes);
        }
        catch (DllNotFoundException fault)
        {
            throw Unfit(fault);
        }
    }

    private UserError Unfit(Exception fault)
    {
        var reason = Reason(fault);
        return reason.Contains("GLIBC", StringComparison.Ordinal)
            ? new(
                $"this system's C or C++ runtime is too old for TorchSharp ({reason}); use Debian 12, "
                    + "Ubuntu 22.04 or later",
                fault
            )
            : new(
                $"the libtorch {Version} in {_folder.Path ?? Path} does not fit TorchSharp, "
                    + $"which was built for {Packages.LibtorchVersion} ({reason}); "
                    + "set LIBTORCH to a libtorch of that version, or unset it",
                fault
            );
    }

    // Whatever TorchSharp still finds wrong ends here, not in its type initialiser.
    private static void Begin()
    {
        try
        {
            torch.InitializeDeviceType(DeviceType.CPU);
        }
        catch (TypeInitializationException fault)
        {
            throw new UserError($"TorchSharp cannot start: {Reason(fault.InnerException ?? fault)}", fault);
        }
    }

    private nint Open(string library) =>
        _folder.Path is { } folder
            ? OpenFile(System.IO.Path.Combine(folder, NativeNames.File(library)))
            : OpenFile(NativeNames.File(library));

    private static nint OpenFile(string path) =>
        OperatingSystem.IsLinux() ? LinuxSystem.Load(path) : NativeLibrary.Load(path);

    private static string LoadedFrom(string file)
    {
        using var process = Process.GetCurrentProcess();
        return process
                .Modules.Cast<ProcessModule>()
                .Select(module => module.FileName)
                .FirstOrDefault(path => System.IO.Path.GetFileName(path) == file)
            ?? file;
    }

    // NNPACK serves small minibatches where the processor suits it. Without it all machines take the same
    // way, and those it does not suit print no warning at each convolution. TorchSharp has no switch for it;
    // these two are at::globalContext() and Context::setUserEnabledNNPACK(bool) by the names that Linux and
    // macOS give them.
    private static unsafe void SwitchNnpackOff(nint handle)
    {
        if (
            NativeLibrary.TryGetExport(handle, "_ZN2at13globalContextEv", out var context)
            && NativeLibrary.TryGetExport(handle, "_ZN2at7Context20setUserEnabledNNPACKEb", out var enable)
        )
        {
            ((delegate* unmanaged<nint, byte, void>)enable)(((delegate* unmanaged<nint>)context)(), 0);
        }
    }

    // Major, minor and patch in the three highest bytes; libtorch has told it since 2.10.
    private static unsafe Version? VersionOf(nint handle)
    {
        if (!NativeLibrary.TryGetExport(handle, "aoti_torch_abi_version", out var function))
        {
            return null;
        }

        var version = ((delegate* unmanaged<ulong>)function)();
        return new((int)(version >> 56), (int)(version >> 48 & 0xff), (int)(version >> 40 & 0xff));
    }

    private static string Reason(Exception fault) => fault.Message.Trim().Split('\n')[^1].Trim();
}
