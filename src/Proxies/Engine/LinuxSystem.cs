using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ZcBench.Proxies.Engine;

/// <summary>
/// Calls of Linux. Libraries are opened with all symbols bound at once, so that one that does not fit says so
/// now; otherwise the process would end at the first call of what is missing.
/// </summary>
internal static unsafe partial class LinuxSystem
{
    private const int BindNow = 2;

    /// <summary>Loads a library.</summary>
    /// <exception cref="DllNotFoundException">
    /// The loader refuses it; the message is the loader's own.
    /// </exception>
    public static nint Load(string path)
    {
        // The first call of a function asks the loader too, which forgets its last error.
        _ = Error();
        var handle = Open(path, BindNow);
        return handle != 0
            ? handle
            : throw new DllNotFoundException(Marshal.PtrToStringUTF8(Error()) ?? path);
    }

    /// <summary>
    /// Loads a library whose bytes are in memory, without a file: from an anonymous one of the kernel's.
    /// </summary>
    public static nint Load(string name, byte[] bytes)
    {
        var descriptor = CreateMemoryFile(name, 0);
        if (descriptor < 0)
        {
            throw new DllNotFoundException(new Win32Exception(Marshal.GetLastPInvokeError()).Message);
        }

        using var file = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.Write(file, bytes, fileOffset: 0);
        return Load($"/proc/self/fd/{descriptor}");
    }

    /// <summary>
    /// Sets a variable of the environment that native libraries see, unless it is set; .NET's own does not
    /// reach them.
    /// </summary>
    public static void SetVariable(string name, string value) => _ = SetVariable(name, value, overwrite: 0);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "dlerror")]
    private static partial nint Error();

    [LibraryImport(
        "libc",
        EntryPoint = "memfd_create",
        StringMarshalling = StringMarshalling.Utf8,
        SetLastError = true
    )]
    private static partial int CreateMemoryFile(string name, uint flags);
}
