using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Benchmarks.NasBenchMacro;

/// <summary>
/// NAS-Bench-Macro (Su et al., CVPR 2021): eight layers in three stages of 64, 128 and 256 channels, each
/// layer an identity or one of two inverted residuals. 3⁸ = 6,561 texts stand for 3,969 networks.
/// </summary>
internal sealed class NasBenchMacroSpace : ISearchSpace
{
    private const int StemChannels = 32;
    private const int LastChannels = 1280;

    /// <inheritdoc/>
    public string Id => "nasbenchmacro";

    /// <inheritdoc/>
    public string Title => "NAS-Bench-Macro";

    /// <inheritdoc/>
    public Citation Paper { get; } =
        new(
            "Su, Huang, Li, You, Wang, Qian, Zhang and Xu",
            "Prioritized Architecture Sampling with Monto-Carlo Tree Search",
            "CVPR 2021",
            "https://arxiv.org/abs/2103.11922"
        );

    /// <summary>The networks that were trained; 6,561 texts stand for them.</summary>
    public long Count => 3_969;

    /// <inheritdoc/>
    public int TrainingEpochs => 50;

    /// <summary>
    /// Reads eight digits and keeps them as they are: texts of one network are different architectures with
    /// one <see cref="GraphProperties.Function"/>, since weights are drawn by the place of the layer.
    /// </summary>
    public Architecture Parse(string text) => Of(LayerList.Parse(text));

    /// <summary>The networks that were trained, in the order of their digits.</summary>
    public IEnumerable<Architecture> Enumerate() =>
        Odometer
            .Rows(LayerPlace.All.Count, Enum.GetValues<LayerOperation>().Length)
            .Select(digits => new LayerList([.. digits.Select(digit => (LayerOperation)digit)]))
            .Where(layers => layers.Text == layers.TrainedAs().Text)
            .Select(Of);

    /// <summary>
    /// Every network is connected and has no dead branch. Its function is the text of the network that was
    /// trained for it.
    /// </summary>
    public GraphProperties Examine(Architecture architecture)
    {
        var layers = architecture.Cell<LayerList>();
        return new(IsConnected: true, HasDeadBranch: false, layers.Convolutions, layers.TrainedAs().Text);
    }

    /// <summary>The text whose identities stand at the end of their stages.</summary>
    public Architecture TrainedAs(Architecture architecture) =>
        Of(architecture.Cell<LayerList>().TrainedAs());

    /// <summary>The trained networks that differ in one layer, by layer and operation.</summary>
    public IEnumerable<Architecture> Neighbours(Architecture architecture)
    {
        var operations = architecture.Cell<LayerList>().Operations;
        var own = new LayerList(operations).TrainedAs().Text;
        return Enumerable
            .Range(0, operations.Length)
            .SelectMany(place =>
                Enum.GetValues<LayerOperation>()
                    .Select(other => new LayerList(operations.SetItem(place, other)).TrainedAs())
            )
            .Where(layers => layers.Text != own)
            .DistinctBy(layers => layers.Text)
            .Select(Of);
    }

    /// <summary>
    /// 331,168 + 1281 K, and for each layer, c channels to c′: a strided identity c c′ + 2 c′; an inverted
    /// residual of expansion e and kernel k e c² + e c (k² + 4) + e c c′ + 2 c′.
    /// </summary>
    public long Parameters(Architecture architecture, ImageTask task)
    {
        var stem = 9L * task.Image.Channels * StemChannels + 2 * StemChannels;
        var channels = (long)LayerPlace.All[^1].Out;
        var last = channels * LastChannels + 2 * LastChannels;
        return stem
            + Layers(architecture).Sum(layer => Parameters(layer.Operation, layer.Place))
            + last
            + Classifier(task);
    }

    /// <summary>
    /// The weights of each convolution times the pixels that leave it, and 1281 K; the benchmark's own count
    /// leaves out the K additions of the bias.
    /// </summary>
    public long Macs(Architecture architecture, ImageTask task)
    {
        var (height, width) = (task.Image.Height, task.Image.Width);
        var sum = 9L * task.Image.Channels * StemChannels * height * width;
        foreach (var (operation, place) in Layers(architecture))
        {
            var (before, pixels) = ((long)height * width, (long)height * width);
            if (place.Stride == 2)
            {
                (height, width) = ((height + 1) / 2, (width + 1) / 2);
                pixels = (long)height * width;
            }

            sum += Macs(operation, place, before, pixels);
        }

        return sum + (long)LayerPlace.All[^1].Out * LastChannels * height * width + Classifier(task);
    }

    /// <inheritdoc/>
    public Blueprint Build(Architecture architecture, ImageTask task)
    {
        var net = new BlueprintBuilder(task) { InputOutDegree = null };
        var stem = net.ConvBn("stem.conv", BlueprintBuilder.InputStep, StemChannels, 3);
        var value = net.EndStage("stem", Rectified(net, stem));
        foreach (var (index, (operation, place)) in Layers(architecture).Index())
        {
            var name = $"cell{index:D2}";
            value = net.EndStage(name, Add(net, name, operation, place, value));
        }

        var last = Rectified(net, net.ConvBn("last.conv", value, LastChannels, 1));
        net.Classifier("classifier", net.GlobalAveragePool(last));
        return net.Finish();
    }

    /// <summary>Null: layers are searched, and there is no cell.</summary>
    public Blueprint? BuildThinCell(Architecture architecture) => null;

    private Architecture Of(LayerList layers) => new(Id, layers.Text, layers);

    private static IEnumerable<(LayerOperation Operation, LayerPlace Place)> Layers(
        Architecture architecture
    ) => architecture.Cell<LayerList>().Operations.Zip(LayerPlace.All);

    private static long Classifier(ImageTask task) => (LastChannels + 1L) * task.Classes;

    private static long Parameters(LayerOperation operation, LayerPlace place)
    {
        long input = place.In,
            output = place.Out;
        if (operation == LayerOperation.Identity)
        {
            return place.Stride == 1 ? 0 : input * output + 2 * output;
        }

        var hidden = operation.Expansion() * input;
        var kernel = operation.Kernel();
        return hidden * (input + kernel * kernel + 4 + output) + 2 * output;
    }

    private static long Macs(LayerOperation operation, LayerPlace place, long before, long pixels)
    {
        long input = place.In,
            output = place.Out;
        if (operation == LayerOperation.Identity)
        {
            return place.Stride == 1 ? 0 : input * output * pixels;
        }

        var hidden = operation.Expansion() * input;
        var kernel = operation.Kernel();
        return hidden * (input * before + (kernel * kernel + output) * pixels);
    }

    private static int Add(
        BlueprintBuilder net,
        string path,
        LayerOperation operation,
        LayerPlace place,
        int input
    )
    {
        if (operation == LayerOperation.Identity)
        {
            return place.Stride == 1 ? input : net.ConvBn($"{path}.down", input, place.Out, 1, place.Stride);
        }

        var hidden = operation.Expansion() * place.In;
        var expanded = Rectified(net, net.ConvBn($"{path}.expand", input, hidden, 1));
        var spread = net.ConvBn(
            $"{path}.depthwise",
            expanded,
            hidden,
            operation.Kernel(),
            place.Stride,
            groups: hidden
        );
        var output = net.ConvBn($"{path}.project", Rectified(net, spread), place.Out, 1);
        return place.Stride == 1 ? net.Sum([input, output], net.ShapeOf(output)) : output;
    }

    private static int Rectified(BlueprintBuilder net, int value) => net.Relu(value, modules: 1, readings: 1);
}
