using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using TorchSharp;
using ZcBench.Cli.Terminal;
using ZcBench.Proxies.Engine;
using ZcBench.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>
/// zcbench check: which libtorch is in use and why, threads and devices, and the first thing that is wrong.
/// </summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new Command(
            "check",
            "Print the tensor library in use, threads and devices, and the first thing that is wrong"
        );
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
        Line("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.RuntimeIdentifier}");
        Line("cores", Number(Environment.ProcessorCount));
        var libtorch = Libtorch.Load();
        Line("TorchSharp", typeof(torch).Assembly.GetName().Version!.ToString(3));
        Line("libtorch", libtorch.Version?.ToString() ?? "of a version before 2.10");
        Line("from", $"{libtorch.Path} ({Reason(libtorch.Origin)})");
        if (libtorch.IsBindingAdapted)
        {
            Line(
                "",
                "this system's C++ runtime is older than GCC 13's; "
                    + "TorchSharp's library was adapted to it in memory"
            );
        }

        Line("threads", Number(torch.get_num_threads()));
        Line("CUDA", libtorch.IsForCuda ? Devices() : "no, this libtorch is for the CPU");
        Console.Out.WriteLine("all is well");
    }

    private static string Reason(LibtorchOrigin origin) =>
        origin switch
        {
            LibtorchOrigin.Variable => "LIBTORCH names it",
            LibtorchOrigin.Program => "the program carries it",
            LibtorchOrigin.Package => "the program was built with it",
            _ => "the system's loader found it",
        };

    private static string Devices() =>
        torch.cuda.is_available()
            ? $"{Number(torch.cuda.device_count())} devices"
            : "this libtorch is built for it, but finds no GPU";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(string name, string value) => Console.Out.WriteLine($"{name, -14}{value}");
}
