using System.Text.RegularExpressions;

namespace ZcBench.Cli.Tests;

/// <summary>Proxy and project of docs/adding-a-proxy.md, compiled outside of the repository.</summary>
public sealed class PluginTests : IDisposable
{
    private const string Cell = "|nor_conv_3x3~0|+|none~0|none~1|+|skip_connect~0|none~1|skip_connect~2|";
    private readonly string _folder = Directory.CreateTempSubdirectory("plugin").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_proxy_of_ones_own_is_scored_ranked_and_reported()
    {
        var mine = Compiled("mine", Block("csharp"));
        var scored = Ok("score", "--arch", Cell, "--proxies", "code_distance", "--plugin", mine);
        Assert.InRange(
            double.Parse(
                scored.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
                System.Globalization.CultureInfo.InvariantCulture
            ),
            0.3,
            0.7
        );
        Assert.Contains("code_distance", Ok("ls", "proxies", "--plugin", mine), StringComparison.Ordinal);
        string[] run = ["run", "--sample", "6", "--batch", "4", "--proxies", "code_distance", "--out", "r"];
        Ok([.. run, "--no-report", "--plugin", mine]);
        Ok("report", "r");
        Assert.Contains("code_distance", File.ReadAllText(In("r/scores.csv")), StringComparison.Ordinal);
        Assert.Contains("proxy 'code_distance' is unknown", Refused(run), StringComparison.Ordinal);

        // The id of one that zcbench has; then one that throws.
        var taken = Compiled("taken", Block("csharp").Replace("code_distance", "wot"));
        Assert.Contains(
            "id 'wot' is claimed by both",
            Refused("ls", "proxies", "--plugin", taken),
            StringComparison.Ordinal
        );
        var faulty = Compiled(
            "faulty",
            Block("csharp")
                .Replace(
                    "return kernel.Units > 0",
                    "throw new ArithmeticException(\"no!\"); return kernel.Units > 0"
                )
        );
        Assert.Equal(
            "zcbench: code_distance, a proxy of a plug-in, failed: ArithmeticException: no!\n",
            Refused("score", "--arch", Cell, "--proxies", "code_distance", "--plugin", faulty)
        );
    }

    [Fact]
    public void What_is_no_plugin_is_refused()
    {
        File.WriteAllText(In("text.dll"), "no library");
        Assert.Contains(
            "is no class library",
            Refused("ls", "proxies", "--plugin", "text.dll"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "was not found",
            Refused("ls", "proxies", "--plugin", "nosuch.dll"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "has no proxy",
            Refused(
                "ls",
                "proxies",
                "--plugin",
                Path.Combine(AppContext.BaseDirectory, "ZcBench.Statistics.dll")
            ),
            StringComparison.Ordinal
        );
    }

    private string Compiled(string name, string code)
    {
        var folder = Directory.CreateDirectory(In(name)).FullName;
        File.WriteAllText(Path.Combine(folder, "Proxy.cs"), code);
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), Block("xml"));
        var (exit, output, _) = Zcbench.RunOther(
            _folder,
            "dotnet",
            "build",
            Path.Combine(folder, $"{name}.csproj"),
            "-c",
            "Release",
            "-nologo",
            $"-p:ZcBench={AppContext.BaseDirectory.TrimEnd('/')}"
        );
        Assert.True(exit == 0, output);
        return Path.Combine(folder, "bin", "Release", "net10.0", $"{name}.dll");
    }

    // The first block of that language.
    private static string Block(string language) =>
        Regex
            .Match(
                File.ReadAllText(Path.Combine(Repository.Root, "docs", "adding-a-proxy.md")),
                $"```{language}\n(?<text>.*?)\n```",
                RegexOptions.Singleline | RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(5)
            )
            .Groups["text"]
            .Value;

    private string Ok(params string[] words)
    {
        var (code, output, error) = Zcbench.Run(_folder, words);
        Assert.True(code == 0, error);
        return output;
    }

    private string Refused(params string[] words)
    {
        var (code, _, error) = Zcbench.Run(_folder, words);
        Assert.Equal(2, code);
        return error;
    }

    private string In(string name) => Path.Combine(_folder, name);
}
