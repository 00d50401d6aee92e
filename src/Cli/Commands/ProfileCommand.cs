using System.CommandLine;
using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Cli.Terminal;
using ZcBench.Onnx;
using ZcBench.Profiling;
using ZcBench.Proxies;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Runs;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench profile: what proxies cost, alone and sharing their passes.</summary>
internal static class ProfileCommand
{
    private const string Default = "default";
    private const int MaxIterations = 10_000;

    private static readonly string[] Sizes = ["small", "medium", "large"];

    // By space: 8, 78 and 220 million multiply-accumulates in NAS-Bench-201, 0.2, 3.5 and 12 billion in
    // NAS-Bench-101.
    private static readonly Dictionary<string, string[]> Sized = new(StringComparer.Ordinal)
    {
        ["nasbench201"] =
        [
            "|skip_connect~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|",
            "|nor_conv_3x3~0|+|none~0|nor_conv_3x3~1|+|skip_connect~0|none~1|skip_connect~2|",
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|",
        ],
        ["nasbench101"] = ["mp:0/out:1", "c3:0/out:1", "c3:0/c3:1/c3:2/c3:3/c3:4/out:5"],
    };

    public static Command Create()
    {
        var proxies = new Option<string>("--proxies")
        {
            Description =
                "Comma-separated proxies, all, or 'default': all except those with a backward pass per image",
            DefaultValueFactory = _ => Default,
        };
        var architectures = new Option<string[]>("--arch")
        {
            Description =
                "Architectures of --space: small, medium, large, or official texts; "
                + "may be given several times",
            DefaultValueFactory = _ => Sizes,
            AllowMultipleArgumentsPerToken = true,
        };
        var onnx = new Option<string[]>("--onnx")
        {
            Description = "ONNX files in the place of --arch, for images of one size and as many classes",
            DefaultValueFactory = _ => [],
            AllowMultipleArgumentsPerToken = true,
        };
        var batches = new Option<string>("--batch")
        {
            Description = "Batch sizes, comma-separated",
            DefaultValueFactory = _ => "64",
        };
        var space = new Option<string>("--space")
        {
            Description = "Search space of the architectures",
            DefaultValueFactory = _ => "nasbench201",
        }.Checked(name => SearchSpaces.Named(name));
        var threads = new Option<int>("--threads")
        {
            Description = "Threads of the tensor library",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var iterations = new Option<int>("--iterations")
        {
            Description = "Measured repetitions",
            DefaultValueFactory = _ => 3,
        };
        var init = NetworkOptions.InitOption(Initialisation.Published);
        var device = NetworkOptions.DeviceOption();
        var dtype = NetworkOptions.DTypeOption();
        var populations = new Option<string?>("--population")
        {
            Description =
                "Score so many architectures of the embedded table at once instead, comma-separated, "
                + "such as 1,8,32,128",
        };
        var output = new Option<string>("--out")
        {
            Description = "Folder for profile.csv and profile.md",
            DefaultValueFactory = _ => "profile",
        };
        var kernels = new Option<bool>("--kernels") { Description = "Time the arithmetic kernels instead" };
        var command = new Command("profile", "Time proxies alone and together with BenchmarkDotNet")
        {
            proxies,
            architectures,
            onnx,
            batches,
            space,
            threads,
            iterations,
            init,
            device,
            dtype,
            populations,
            output,
            kernels,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(output)!;
            if (parsed.GetValue(kernels))
            {
                KernelProfile.Run(folder);
                return ExitCode.Done;
            }

            var (task, timed) = parsed.GetValue(onnx) is { Length: > 0 } files
                ? Files(files)
                : (
                    ImageTask.Cifar10,
                    Architectures(
                        parsed.GetValue(architectures)!,
                        SearchSpaces.Named(parsed.GetValue(space)!)
                    )
                );
            var request = new ProfileRequest(
                Proxies(parsed.GetValue(proxies)!),
                timed,
                [.. parsed.GetValue(batches)!.Split(',').Select(Batch)],
                task,
                Placement.Named(parsed.GetValue(device)!, parsed.GetValue(dtype)!),
                Limits.Threads(parsed.GetValue(threads)),
                Limits.Within("--iterations", parsed.GetValue(iterations), 1, MaxIterations),
                Initialisation.Named(parsed.GetValue(init)!)
            );
            if (parsed.GetValue(populations) is { } sizes)
            {
                request = request with { Populations = Populations(sizes), Mixed = Mixed() };
            }

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
            request,
            Path.Combine(folder, "benchmarkdotnet"),
            item => Console.Error.WriteLine($"{++begun}/{total} {item}")
        );
        ProfileFiles.Write(result, request, folder);
        Console.Out.WriteLine(ProfileFiles.Sharing(result));
        Console.Out.WriteLine(
            $"{Path.Combine(folder, ProfileFiles.Markdown)}, {Path.Combine(folder, ProfileFiles.Csv)}"
        );
    }

    private static IReadOnlyList<IProxy> Proxies(string list) =>
        list == Default
            ?
            [
                .. ProxyCatalogue.Proxies.Values.Where(proxy =>
                    !TrainedProxy.IsOfTraining(proxy)
                    && proxy.Needs.SelectMany(need => need.Closure).All(need => need.Passes is not null)
                ),
            ]
            : ProxyCatalogue.Select(list);

    private static IReadOnlyList<(string Name, Architecture Architecture)> Architectures(
        string[] names,
        ISearchSpace space
    ) => [.. names.Select(name => (name, Architecture(name, space)))];

    private static (ImageTask Task, IReadOnlyList<(string Name, Architecture Architecture)> Files) Files(
        string[] paths
    )
    {
        List<(string Path, OnnxNetwork Network)> files =
        [
            .. paths.Select(path => (path, OnnxNetwork.Read(path))),
        ];
        var task = files[0].Network.Task;
        if (files.FirstOrDefault(file => file.Network.Task != task) is { Network: { } other } odd)
        {
            throw new UserError(
                $"{odd.Path} is for {other.Task.Name} and {paths[0]} for {task.Name}; profile them one by one"
            );
        }

        return (
            task,
            [
                .. files.Select(file =>
                    (Path.GetFileNameWithoutExtension(file.Path), OnnxSpace.Instance.Of(file.Network))
                ),
            ]
        );
    }

    private static Architecture Architecture(string name, ISearchSpace space) =>
        Array.IndexOf(Sizes, name) switch
        {
            < 0 => space.Parse(name),
            var size when Sized.TryGetValue(space.Id, out var texts) => space.Parse(texts[size]),
            _ => throw new UserError(
                $"no architecture of {space.Title} is called '{name}' here; give official texts with --arch"
            ),
        };

    private static IReadOnlyList<Architecture> Mixed() =>
        [
            .. KnownTables
                .Open(KnownTables.Default, null)
                .Architectures.OrderBy(architecture => architecture.Text, StringComparer.Ordinal),
        ];

    private static IReadOnlyList<int> Populations(string text) =>
        [
            .. text.Split(',')
                .Select(size =>
                    int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                        ? Limits.Within("--population", count, 1, Mixed().Count)
                        : throw new UserError(
                            $"--population '{size}' is not a number; give numbers such as 1,8,32"
                        )
                ),
        ];

    private static int Batch(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var batch)
        && batch is >= Limits.MinBatch and <= Limits.MaxBatch
            ? batch
            : throw new UserError(
                $"--batch '{text}' is not a batch size; "
                    + $"give numbers from {Limits.MinBatch} to {Limits.MaxBatch} such as 16,64"
            );
}
