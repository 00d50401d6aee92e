using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ZcBench.Proxies.Tests.Kernels;

/// <summary>
/// The packed kernels on lesser CPUs: the runtime is told to ignore instructions of this one.
/// </summary>
public sealed class InstructionSetTests
{
    private const string Limit = "ZCBENCH_TEST_VECTOR_BITS";

    /// <summary>The widest vectors that this process may use, in bits.</summary>
    public static int AllowedBits =>
        int.Parse(Environment.GetEnvironmentVariable(Limit) ?? "512", CultureInfo.InvariantCulture);

    /// <summary>The widest vectors that this process uses, in bits; 0 if none.</summary>
    public static int UsedBits =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 0;

    [Theory]
    [InlineData("DOTNET_EnableAVX512", 256)]
    [InlineData("DOTNET_EnableAVX2", 128)]
    [InlineData("DOTNET_EnableHWIntrinsic", 0)]
    public void Codes_are_exact_with_narrower_vectors(string instructions, int bits)
    {
        Assert.SkipUnless(
            RuntimeInformation.ProcessArchitecture == Architecture.X64,
            "the switches are those of x64"
        );
        Assert.SkipUnless(UsedBits > bits, $"this CPU has no vectors wider than {bits} bits");

        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(SignCodesTests).Assembly.Location);
        start.ArgumentList.Add("-class");
        start.ArgumentList.Add(typeof(SignCodesTests).FullName!);
        start.Environment[instructions] = "0";
        start.Environment[Limit] = bits.ToString(CultureInfo.InvariantCulture);
        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();

        Assert.True(child.ExitCode == 0, output);
        Assert.DoesNotContain("Total: 0", output, StringComparison.Ordinal);
    }
}
