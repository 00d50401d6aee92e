using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>
/// The macro space of TransNAS-Bench-101 (Duan et al., CVPR 2021): 3,256 networks of four to six modules of
/// two residual blocks each. A module may double the channels, halve the resolution, both or neither.
/// </summary>
internal sealed class MacroSpace : ISearchSpace
{
    private const int BlocksPerModule = 2;

    // The published constructor gets "affine" and "track" by position, where epsilon and momentum are.
    private const double ShortcutEpsilon = 1,
        ShortcutMomentum = 1;

    /// <inheritdoc/>
    public string Id => "transnasbench101-macro";

    /// <inheritdoc/>
    public string Title => "TransNAS-Bench-101 macro";

    /// <inheritdoc/>
    public Citation Paper => Parts.Paper;

    /// <inheritdoc/>
    public long Count => 3_256;

    /// <summary>Epochs of class_object; the other tasks had other lengths.</summary>
    public int TrainingEpochs => Parts.TrainingEpochs;

    /// <inheritdoc/>
    public string UsualDataset => TransNasTasks.ClassObject.Dataset;

    /// <summary>"macro".</summary>
    public string NameInTables => "macro";

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> NasLibDatasets => Parts.NasLibDatasets;

    /// <summary>Reads the benchmark's text, "64-1234-basic", or NASLib's tuple of six digits.</summary>
    public Architecture Parse(string text) => Of(MacroText.Parse(PastedText.Of(text, this)));

    /// <summary>All architectures, the short ones first, then by their digits.</summary>
    public IEnumerable<Architecture> Enumerate() =>
        Enumerable
            .Range(MacroNetwork.MinModules, MacroNetwork.MaxModules - MacroNetwork.MinModules + 1)
            .SelectMany(length => Odometer.Rows(length, Enum.GetValues<Module>().Length))
            .Select(digits => new MacroNetwork([.. digits.Select(digit => (Module)(digit + 1))]))
            .Where(network => network.Fault is null)
            .Select(Of);

    /// <summary>Every network is connected; each is a function of its own.</summary>
    public GraphProperties Examine(Architecture architecture)
    {
        var modules = architecture.Cell<MacroNetwork>().Modules;
        var shortcuts = modules.Count(module => module != Module.Keep);
        return new(
            IsConnected: true,
            HasDeadBranch: false,
            2 * BlocksPerModule * modules.Length + shortcuts,
            architecture.Text
        );
    }

    /// <summary>The networks that differ in what one module does, of the same number of modules.</summary>
    public IEnumerable<Architecture> Neighbours(Architecture architecture)
    {
        var modules = architecture.Cell<MacroNetwork>().Modules;
        for (var place = 0; place < modules.Length; place++)
        {
            foreach (var other in Enum.GetValues<Module>().Where(module => module != modules[place]))
            {
                var network = new MacroNetwork(modules.SetItem(place, other));
                if (network.Fault is null)
                {
                    yield return Of(network);
                }
            }
        }
    }

    /// <inheritdoc/>
    public string? ToNasLib(Architecture architecture) =>
        MacroText.FormatTuple(architecture.Cell<MacroNetwork>());

    /// <inheritdoc/>
    public Architecture? FromNasLib(string key) => Parse(key);

    /// <summary>
    /// 19,488 + (C + 1) K, and for each module that c channels enter 36 c² + 8 c where it keeps both, 37 c² +
    /// 10 c where it halves the resolution, 128 c² + 20 c where it doubles the channels.
    /// </summary>
    public long Parameters(Architecture architecture, ImageTask task)
    {
        var (sum, channels) = (0L, (long)Parts.StemChannels);
        foreach (var module in architecture.Cell<MacroNetwork>().Modules)
        {
            sum += Weights(module, channels) + Scales(module) * channels;
            channels *= module.Doubles() ? 2 : 1;
        }

        return sum + Parts.Parameters(task, (int)channels);
    }

    /// <summary>
    /// Stem and classifier, and the weights of each module's convolutions times the pixels that leave it.
    /// </summary>
    public long Macs(Architecture architecture, ImageTask task)
    {
        var (sum, channels) = (0L, (long)Parts.StemChannels);
        var (height, width) = (Quarter(task.Image.Height), Quarter(task.Image.Width));
        foreach (var module in architecture.Cell<MacroNetwork>().Modules)
        {
            (height, width) = module.Halves() ? (Parts.Half(height), Parts.Half(width)) : (height, width);
            sum += Weights(module, channels) * height * width;
            channels *= module.Doubles() ? 2 : 1;
        }

        return sum + Parts.Macs(task, (int)channels);
    }

    /// <inheritdoc/>
    public Blueprint Build(Architecture architecture, ImageTask task)
    {
        var net = new BlueprintBuilder(task) { InputOutDegree = null };
        var value = Parts.AddStem(net);
        var block = 0;
        foreach (var module in architecture.Cell<MacroNetwork>().Modules)
        {
            for (var i = 0; i < BlocksPerModule; i++)
            {
                var channels = net.ShapeOf(value).Channels;
                var name = $"cell{block++:D2}";
                value = net.EndStage(
                    name,
                    i == 0
                        ? Block(
                            net,
                            $"{name}.res",
                            value,
                            module.Doubles() ? 2 * channels : channels,
                            module.Halves() ? 2 : 1
                        )
                        : Block(net, $"{name}.res", value, channels, stride: 1)
                );
            }
        }

        return Parts.Finish(net, value);
    }

    /// <summary>Null: modules are searched, and there is no cell.</summary>
    public Blueprint? BuildThinCell(Architecture architecture) => null;

    private Architecture Of(MacroNetwork network) => new(Id, MacroText.Format(network), network);

    private static int Quarter(int side) => Parts.Half(Parts.Half(side));

    private static long Weights(Module module, long channels) =>
        module switch
        {
            Module.Keep => 36 * channels * channels,
            Module.Halve => 37 * channels * channels,
            _ => 128 * channels * channels,
        };

    private static int Scales(Module module) =>
        module switch
        {
            Module.Keep => 8,
            Module.Halve => 10,
            _ => 20,
        };

    private static int Block(BlueprintBuilder net, string path, int input, int channels, int stride)
    {
        var a = net.ConvBn($"{path}.conv_a", Parts.Rectified(net, input), channels, 3, stride);
        var b = net.ConvBn($"{path}.conv_b", Parts.Rectified(net, a), channels, 3);
        var isSame = stride == 1 && channels == net.ShapeOf(input).Channels;
        return net.Sum([isSame ? input : Shortcut(), b], net.ShapeOf(b));

        int Shortcut() =>
            net.BatchNorm(
                $"{path}.down.bn",
                net.Convolution($"{path}.down", input, channels, 1, stride),
                ShortcutEpsilon,
                ShortcutMomentum
            );
    }
}
