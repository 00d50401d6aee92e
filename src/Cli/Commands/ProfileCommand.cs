using System.CommandLine;
using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Profiling;
using ZcBench.Proxies;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench profile: what proxies cost, alone and sharing their passes.</summary>
internal static class ProfileCommand
{
    private const string Default = "default";

    // Small, middling and the largest of NAS-Bench-201: 8, 78 and 220 million multiply-accumulates.
    private static readonly (string Name, string Text)[] Sizes =
    [
        ("small", "|skip_connect~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|"),
        ("medium", "|nor_conv_3x3~0|+|none~0|nor_conv_3x3~1|+|skip_connect~0|none~1|skip_connect~2|"),
        ("large", "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|"),
    ];

    public static Command Create()
    {
        var proxies = new Option<string>("--proxies")
        {
            Description = "Comma-separated proxies, all, or 'default': all but those with a backward pass for each image",
            DefaultValueFactory = _ => Default,
        };
        var architectures = new Option<string[]>("--arch")
        {
            Description = "Architectures: small, medium, large, or official texts; may be given several times",
            DefaultValueFactory = _ => [.. Sizes.Select(size => size.Name)],
            AllowMultipleArgumentsPerToken = true,
        };
        var batches = new Option<string>("--batch") { Description = "Batch sizes, comma-separated", DefaultValueFactory = _ => "64" };
        var space = new Option<string>("--space") { Description = "Search space of the architectures", DefaultValueFactory = _ => "nasbench201" };
        var threads = new Option<int>("--threads")
        {
            Description = "Threads of the tensor library", DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var iterations = new Option<int>("--iterations") { Description = "Repetitions that count", DefaultValueFactory = _ => 3 };
        var init = NetworkOptions.InitOption(NetworkOptions.Published);
        var device = new Option<string>("--device") { Description = "cpu or cuda", DefaultValueFactory = _ => "cpu" };
        var dtype = new Option<string>("--dtype") { Description = "float32 or float64", DefaultValueFactory = _ => "float32" };
        var output = new Option<string>("--out")
        {
            Description = "Folder for profile.csv and profile.md", DefaultValueFactory = _ => "profile",
        };
        var kernels = new Option<bool>("--kernels") { Description = "Time the arithmetic kernels instead" };
        var command = new Command("profile", "Time proxies alone and together with BenchmarkDotNet")
        {
            proxies, architectures, batches, space, threads, iterations, init, device, dtype, output, kernels,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(output)!;
            if (parsed.GetValue(kernels))
            {
                KernelProfile.Run(folder);
                return ExitCode.Done;
            }

            var request = new ProfileRequest(
                Proxies(parsed.GetValue(proxies)!),
                [.. parsed.GetValue(architectures)!.Select(name => Architecture(name, parsed.GetValue(space)!))],
                [.. parsed.GetValue(batches)!.Split(',').Select(Batch)], ImageTask.Cifar10,
                Placement.Named(parsed.GetValue(device)!, parsed.GetValue(dtype)!),
                Positive("--threads", parsed.GetValue(threads)), Positive("--iterations", parsed.GetValue(iterations)),
                NetworkOptions.InitNamed(parsed.GetValue(init)!));
            Run(request, folder);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Run(ProfileRequest request, string folder)
    {
        Directory.CreateDirectory(folder);
        var total = ProfileCase.Of(request).Count;
        var begun = 0;
        var result = ScoreProfile.Run(
            request, Path.Combine(folder, "benchmarkdotnet"), item => Console.Error.WriteLine($"{++begun}/{total} {item}"));
        ProfileFiles.Write(result, request, folder);
        Console.Out.WriteLine(ProfileFiles.Sharing(result));
        Console.Out.WriteLine($"{Path.Combine(folder, ProfileFiles.Markdown)}, {Path.Combine(folder, ProfileFiles.Csv)}");
    }

    private static IReadOnlyList<IProxy> Proxies(string list) => list == Default
        ? [.. ProxyCatalogue.Proxies.Values.Where(proxy => proxy.Needs.SelectMany(need => need.Closure).All(need => need.Passes is not null))]
        : ProxyCatalogue.Select(list);

    private static (string, Architecture) Architecture(string name, string space)
    {
        var known = Sizes.FirstOrDefault(size => size.Name == name);
        return known.Text is { } text
            ? (name, SearchSpaces.Named("nasbench201").Parse(text))
            : (name, SearchSpaces.Named(space).Parse(name));
    }

    private static int Batch(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var batch) && batch is >= 2 and <= NetworkOptions.MaxBatch
            ? batch
            : throw new UserError($"--batch '{text}' is no batch size; give numbers from 2 to {NetworkOptions.MaxBatch} such as 16,64");

    private static int Positive(string option, int value) =>
        value > 0 ? value : throw new UserError($"{option} {value} makes no sense; give 1 or more");
}
