using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ZcBench.Packages.Tests;

/// <summary>
/// A folder with this checkout's packages, its only source of packages but for those installed already.
/// </summary>
public sealed class PackageFeed : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Packs what is built.</summary>
    public PackageFeed()
    {
        var packages = Path.Combine(Folder, "feed");
        RunIn(
            Checkout.Root,
            "dotnet",
            "pack",
            "bench.sln",
            "-c",
            "Release",
            "--no-build",
            "-o",
            packages,
            "-p:CarriesLibtorch=false",
            "-nologo"
        );
        Packages = Directory.GetFiles(packages, "*.nupkg");
        var installed = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
                ".nuget",
                "packages"
            );
        // What is restored here does not stay among the packages of this machine.
        File.WriteAllText(
            Path.Combine(Folder, "nuget.config"),
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(Folder, "packages")}" /></config>
              <fallbackPackageFolders><add key="installed" value="{installed}" /></fallbackPackageFolders>
              <packageSources><clear /><add key="feed" value="{packages}" /></packageSources>
            </configuration>
            """
        );
    }

    /// <summary>The folder; temporary.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("packages").FullName;

    /// <summary>Paths of the packages.</summary>
    public IReadOnlyList<string> Packages { get; }

    /// <summary>The program of docs/library.md that names packages.</summary>
    public string Sample { get; } =
        Regex
            .Match(
                File.ReadAllText(Path.Combine(Checkout.Root, "docs", "library.md")),
                "```csharp\n(?<program>#:package.*?)```",
                RegexOptions.Singleline | RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(5)
            )
            .Groups["program"]
            .Value;

    /// <summary>"ZcBench.Scores" of "…/ZcBench.Scores.0.1.0.nupkg".</summary>
    public static string Id(string package) =>
        string.Join(
            '.',
            Path.GetFileNameWithoutExtension(package)
                .Split('.')
                .TakeWhile(part => !char.IsAsciiDigit(part[0]))
        );

    /// <summary>Runs a program in the folder and gives what it printed.</summary>
    public string Run(string program, params string[] arguments) => RunIn(Folder, program, arguments);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string RunIn(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience), $"{program} {string.Join(' ', arguments)} did not end");
        Assert.True(process.ExitCode == 0, $"{output}\n{error.Result}");
        return output;
    }
}
