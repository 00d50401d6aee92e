using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench check: what the engine is, and the first thing that is wrong with it.</summary>
internal static class CheckCommand
{
    // A product of this size separates a tuned BLAS (tens of GFLOP/s) from the reference one (a few).
    private const int ProductSize = 512;
    private const double SlowGigaflops = 10;

    public static Command Create()
    {
        var command = new Command("check", "Print the tensor library, threads, BLAS and devices, and what is wrong with them");
        command.SetAction(_ =>
        {
            Check();
            return ExitCode.Done;
        });
        return command;
    }

    private static void Check()
    {
        Line("zcbench", VersionText.OfProgram);
        Line(".NET", RuntimeInformation.FrameworkDescription);
        Line("cores", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture));
        Commands.Engine.Require();
        Describe();
        Line("threads", torch.get_num_threads().ToString(CultureInfo.InvariantCulture));
        var gigaflops = ProductSpeed();
        Line("float product", string.Create(CultureInfo.InvariantCulture, $"{gigaflops:0} GFLOP/s ({ProductSize}x{ProductSize})"));
        Line("CUDA devices", torch.cuda.is_available()
            ? torch.cuda.device_count().ToString(CultureInfo.InvariantCulture)
            : "none (this libtorch is built without CUDA, or there is no GPU)");
        if (gigaflops < SlowGigaflops)
        {
            throw new UserError(
                "matrix products are slow: libtorch runs on the reference BLAS; install libopenblas0-openmp");
        }

        Console.Out.WriteLine("all is well");
    }

    private static void Describe()
    {
#if OWN_ENGINE
        Line("libtorch", TorchSharp.Native.Libtorch.Version);
        Line("from", TorchSharp.Native.Libtorch.LibtorchPath);
        Line("shim", TorchSharp.Native.Libtorch.ShimPath);
        foreach (var line in TorchSharp.Native.Libtorch.BuildInfo.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Line("", line);
        }
#else
        Line("libtorch", torch.__version__);
        Line("binding", "TorchSharp package");
#endif
    }

    private static double ProductSpeed()
    {
        using var scope = torch.NewDisposeScope();
        var matrix = torch.ones([ProductSize, ProductSize], dtype: torch.float32);
        matrix.mm(matrix);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        matrix.mm(matrix);
        return 2.0 * ProductSize * ProductSize * ProductSize / clock.Elapsed.TotalSeconds / 1e9;
    }

    private static void Line(string name, string value) => Console.Out.WriteLine($"{name,-14}{value}");
}
