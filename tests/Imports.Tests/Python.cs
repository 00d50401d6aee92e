using System.Diagnostics;

namespace ZcBench.Imports.Tests;

/// <summary>
/// Writes files by Python (Writers/make.py); skips the test where Python or a module is missing.
/// </summary>
internal static class Python
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<string?> Plain = new(() => Find(""));
    private static readonly Lazy<string?> WithNumPy = new(() => Find("import numpy"));
    private static readonly Lazy<string?> WithTorch = new(() => Find("import torch"));

    /// <summary>Whether torch.save can be had.</summary>
    public static bool HasTorch => WithTorch.Value is not null;

    /// <summary>Runs the writer.</summary>
    public static string Make(string kind, string path, params string[] arguments)
    {
        var torch = kind.StartsWith("pth", StringComparison.Ordinal);
        var python = (
            torch ? WithTorch
            : kind == "numpy" ? WithNumPy
            : Plain
        ).Value;
        Assert.SkipWhen(
            python is null,
            torch
                ? "there is no python3 with torch; install python3-torch"
                : "there is no python3, or it lacks NumPy"
        );
        var script = Path.Combine(AppContext.BaseDirectory, "Writers", "make.py");
        Assert.True(Run(python!, [script, kind, path, .. arguments]), $"make.py {kind} failed");
        return path;
    }

    // Debian's modules belong to Debian's own python3, which need not be the first.
    private static string? Find(string statement) =>
        new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(python => Run(python, ["-c", statement]));

    private static bool Run(string python, string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(python, arguments)
                {
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            )!;
            var error = process.StandardError.ReadToEndAsync();
            return process.WaitForExit(Patience) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
