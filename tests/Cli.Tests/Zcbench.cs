using System.Diagnostics;

namespace ZcBench.Cli.Tests;

/// <summary>The command as a user starts it: a process of its own.</summary>
internal static class Zcbench
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static (int ExitCode, string Output, string Error) Run(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience), "the command did not end");
        return (process.ExitCode, output, error.Result);
    }

    public static Process Start(string folder, params string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "zcbench.dll"), .. arguments])
    {
        WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
    })!;
}
