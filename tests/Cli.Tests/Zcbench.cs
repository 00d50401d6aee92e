using System.Diagnostics;

namespace ZcBench.Cli.Tests;

/// <summary>The command as a user starts it: a process of its own.</summary>
internal static class Zcbench
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static (int ExitCode, string Output, string Error) Run(string folder, params string[] arguments) =>
        End(Start(folder, arguments));

    /// <summary>Another program, to its end.</summary>
    public static (int ExitCode, string Output, string Error) RunOther(
        string folder,
        string program,
        params string[] arguments
    ) => End(Process.Start(Command(folder, program, arguments))!);

    /// <summary>The same with one variable of the environment set.</summary>
    public static (int ExitCode, string Output, string Error) RunWith(
        string variable,
        string value,
        params string[] arguments
    )
    {
        var start = Command(AppContext.BaseDirectory, arguments);
        start.Environment[variable] = value;
        return End(Process.Start(start)!);
    }

    public static Process Start(string folder, params string[] arguments) =>
        Process.Start(Command(folder, arguments))!;

    /// <summary>Looks from time to time whether something is there, and leaves the processor to it.</summary>
    /// <returns>Whether it came within a minute.</returns>
    public static bool Comes(Func<bool> isThere)
    {
        var waited = Stopwatch.StartNew();
        while (!isThere())
        {
            if (waited.Elapsed > TimeSpan.FromMinutes(1))
            {
                return false;
            }

            Thread.Sleep(50);
        }

        return true;
    }

    private static (int ExitCode, string Output, string Error) End(Process started)
    {
        using var process = started;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience), "the command did not end");
        return (process.ExitCode, output, error.Result);
    }

    private static ProcessStartInfo Command(string folder, string[] arguments) =>
        Command(folder, "dotnet", [Path.Combine(AppContext.BaseDirectory, "zcbench.dll"), .. arguments]);

    private static ProcessStartInfo Command(string folder, string program, string[] arguments) =>
        new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
}
