namespace ZcBench.Cli.Tests;

/// <summary>Every way in which libtorch can be missing or wrong is one sentence.</summary>
public sealed class EngineTests
{
    private const string Cell = "|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|";

    [Fact]
    public void Check_tells_which_libtorch_is_in_use_and_why()
    {
        var (code, output, error) = Zcbench.Run(AppContext.BaseDirectory, "check");
        Assert.Equal((0, ""), (code, error));
        Assert.Matches(@"libtorch\s+2\.\d+\.\d+", output);
        Assert.Contains("torch_cpu", output, StringComparison.Ordinal);
        Assert.EndsWith("all is well", output.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    [InlineData("score --arch " + Cell)]
    public void A_variable_that_names_no_libtorch_is_refused(string command) =>
        Refused(Zcbench.RunWith("LIBTORCH", Path.GetTempPath(), command.Split(' ')), "and there is no ");

    [Fact]
    public void A_damaged_libtorch_is_refused_with_the_loaders_reason()
    {
        var folder = Directory.CreateTempSubdirectory("libtorch").FullName;
        foreach (var name in new[] { "libtorch_cpu.so", "libtorch_cpu.dylib", "torch_cpu.dll" })
        {
            File.WriteAllText(Path.Combine(folder, name), "not a library");
        }

        Refused(Zcbench.RunWith("LIBTORCH", folder, "check"), $"the libtorch in {folder} cannot be loaded: ");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_gpu_that_is_not_there_is_refused()
    {
        var (_, output, _) = Zcbench.Run(AppContext.BaseDirectory, "check");
        Assert.SkipUnless(
            output.Contains("this libtorch is for the CPU", StringComparison.Ordinal),
            "this libtorch is for CUDA"
        );
        Refused(
            Zcbench.Run(AppContext.BaseDirectory, "score", "--arch", Cell, "--device", "cuda"),
            "--device cuda needs a libtorch for CUDA"
        );
    }

    private static void Refused((int ExitCode, string Output, string Error) run, string reason)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }
}
