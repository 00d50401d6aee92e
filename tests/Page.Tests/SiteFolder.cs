using System.ComponentModel;
using System.Diagnostics;
using ZcBench.Cli.Tests;

namespace ZcBench.Page.Tests;

/// <summary>
/// The site with the API of one project, built when a test asks for it; skips the test where DocFX is not
/// restored, or nothing to start a script with.
/// </summary>
public sealed class SiteFolder : IDisposable
{
    private const int CannotBuild = 2;
    private readonly string _folder = Directory.CreateTempSubdirectory("site").FullName;
    private readonly Lazy<(int ExitCode, string Output)> _build;

    public SiteFolder() => _build = new(Build);

    public string Path
    {
        get
        {
            var (exitCode, output) = _build.Value;
            Assert.SkipWhen(exitCode == CannotBuild, output);
            Assert.True(exitCode == 0, output);
            return _folder;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int ExitCode, string Output) Build()
    {
        if (Chromium.Program is null)
        {
            return (CannotBuild, "there is no Chromium to open the site with");
        }

        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("bash", ["scripts/site", _folder, "Statistics"])
                {
                    WorkingDirectory = Repository.Root,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            )!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }
        catch (Win32Exception)
        {
            return (CannotBuild, "there is no bash to run scripts/site");
        }
    }
}
