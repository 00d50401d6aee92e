using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ZcBench.Onnx.Tests;

/// <summary>
/// A network that PyTorch exported (Writers/make.py), the images that it was run on and the logits that
/// PyTorch computed; skips the test where there is no Python with PyTorch.
/// </summary>
internal sealed record Exported(byte[] File, float[] Images, float[] Logits)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<string?> Python = new(() =>
        new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(python => Run(python, ["-c", "import torch"]))
    );

    // One process writes all kinds: loading PyTorch takes longer than writing them.
    private static readonly Lazy<IReadOnlyDictionary<string, Exported>> Known = new(Made);

    public static Exported Of(string kind)
    {
        Assert.SkipWhen(Python.Value is null, "there is no python3 with torch; install python3-torch");
        return Known.Value[kind];
    }

    private static IReadOnlyDictionary<string, Exported> Made()
    {
        var folder = Directory.CreateTempSubdirectory("onnx");
        try
        {
            var script = Path.Combine(AppContext.BaseDirectory, "Writers", "make.py");
            Assert.True(Run(Python.Value!, [script, "all", folder.FullName]), "make.py failed");
            return Directory
                .EnumerateFiles(folder.FullName, "*.onnx")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .ToDictionary(
                    kind => kind,
                    kind => new Exported(Read(kind, "onnx"), Numbers(kind, "input"), Numbers(kind, "logits"))
                );
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        byte[] Read(string kind, string ending) =>
            System.IO.File.ReadAllBytes(Path.Combine(folder.FullName, $"{kind}.{ending}"));

        float[] Numbers(string kind, string ending) =>
            MemoryMarshal.Cast<byte, float>(Read(kind, ending)).ToArray();
    }

    private static bool Run(string python, string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(python, arguments)
                {
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            return process.WaitForExit(Patience) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
