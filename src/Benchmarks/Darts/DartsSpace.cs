using System.Collections.Immutable;
using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Benchmarks.Darts;

/// <summary>
/// The cell space of DARTS (Liu et al., ICLR 2019), which NAS-Bench-301 is made of: a normal and a reduction
/// cell of four nodes, each with two of seven operations on two different earlier values.
/// (C(2,2) C(3,2) C(4,2) C(5,2) 7⁸)² = 1,037,664,180² ≈ 1.08 · 10¹⁸ architectures.
/// </summary>
internal sealed class DartsSpace : ISearchSpace
{
    private const string Cifar10 = "cifar10";
    private const int HiddenOfAuxiliary = 128;
    private const int LastOfAuxiliary = 768;

    private static readonly int Operations = Enum.GetValues<CellOperation>().Length;
    private static readonly long CellCount = Enumerable
        .Range(0, Cell.Nodes)
        .Aggregate(1L, (count, node) => count * PairCount(node));

    /// <inheritdoc/>
    public string Id => "darts";

    /// <inheritdoc/>
    public string Title => "DARTS";

    /// <inheritdoc/>
    public Citation Paper { get; } =
        new(
            "Liu, Simonyan and Yang",
            "DARTS: Differentiable Architecture Search",
            "ICLR 2019",
            "https://arxiv.org/abs/1806.09055"
        );

    /// <summary>
    /// Architectures whose nodes read two different values, the order of which does not matter. Texts in
    /// which a node reads one value twice are read too and not counted.
    /// </summary>
    public long Count => CellCount * CellCount;

    /// <summary>Epochs of NAS-Bench-301's trainings.</summary>
    public int TrainingEpochs => 100;

    /// <summary>C = 32 and 8 cells, as in NAS-Bench-301's trainings.</summary>
    public NetworkSize Size { get; } = new(32, 8);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> NasLibDatasets { get; } =
        ImmutableDictionary<string, string>.Empty.Add(Cifar10, Cifar10);

    /// <summary>
    /// Reads "normal:op~input+op~input/…:reduce:…", DARTS's "Genotype(normal=[('op', input), …], …)", the
    /// same as JSON, or NASLib's "[[(input, op), …], […]]".
    /// </summary>
    public Architecture Parse(string text) => Of(GenotypeText.Parse(PastedText.Of(text, this)));

    /// <summary>All architectures in the order of <see cref="At"/>; nobody reaches the end.</summary>
    public IEnumerable<Architecture> Enumerate()
    {
        for (var index = 0L; index < Count; index++)
        {
            yield return At(index);
        }
    }

    /// <summary>
    /// The architecture of an index, so that a uniform number below <see cref="Count"/> draws one. The
    /// reduction cell varies fastest, in it the last node, and there the operation of the second edge.
    /// </summary>
    /// <param name="index">From 0 to below <see cref="Count"/>.</param>
    public Architecture At(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return Of(new(CellAt(index / CellCount), CellAt(index % CellCount)));
    }

    /// <inheritdoc/>
    public Blueprint Build(Architecture architecture, ImageTask task)
    {
        var genotype = architecture.Cell<Genotype>();
        var size = SizeOf(task);
        var net = new BlueprintBuilder(task) { InputOutDegree = null };
        var stem = net.ConvBn(
            "stem.conv",
            BlueprintBuilder.InputStep,
            CellPlace.StemFactor * size.Channels,
            3
        );
        var (beforeLast, last) = (stem, net.EndStage("stem", stem));
        foreach (var place in CellPlace.All(size))
        {
            var name = $"cell{place.Index:D2}";
            var cell = CellOf(genotype, place);
            var output = net.EndStage(name, CellBlock.Add(net, name, cell, place, beforeLast, last));
            (beforeLast, last) = (last, output);
        }

        net.Classifier("classifier", net.GlobalAveragePool(last));
        return net.Finish();
    }

    /// <summary>
    /// Null: a cell reads two values through convolutions of its own, and there are two kinds of cells.
    /// </summary>
    public Blueprint? BuildThinCell(Architecture architecture) => null;

    /// <summary>
    /// Every architecture is connected and has no dead branch, since all nodes reach the output. The
    /// convolutions are those on edges of both cells. The function is the text with two edges from one value
    /// in one order; that nodes could be numbered otherwise is not seen.
    /// </summary>
    public GraphProperties Examine(Architecture architecture)
    {
        var genotype = architecture.Cell<Genotype>();
        return new(
            IsConnected: true,
            HasDeadBranch: false,
            genotype.Normal.Convolutions(isReduction: false)
                + genotype.Reduce.Convolutions(isReduction: true),
            GenotypeText.Format(new(genotype.Normal.Sorted(), genotype.Reduce.Sorted()))
        );
    }

    /// <summary>
    /// The architectures that differ in one operation or one input, the normal cell first, then by edge: the
    /// other operations in the order of their numbers, then the other inputs, except the one that the node
    /// reads already.
    /// </summary>
    public IEnumerable<Architecture> Neighbours(Architecture architecture)
    {
        var genotype = architecture.Cell<Genotype>();
        return Neighbours(genotype.Normal)
            .Select(cell => genotype with { Normal = cell })
            .Concat(Neighbours(genotype.Reduce).Select(cell => genotype with { Reduce = cell }))
            .Select(Of);
    }

    /// <summary>"[[(0, 3), (1, 3), …], […]]", in which the pairs of a node are in our order.</summary>
    public string? ToNasLib(Architecture architecture) =>
        GenotypeText.FormatNumbers(architecture.Cell<Genotype>());

    /// <inheritdoc/>
    public Architecture? FromNasLib(string key) => Parse(key);

    /// <summary>
    /// 87 C of the stem, (16 C + 1) K of the classifier where there are two reduction cells, and for each
    /// cell of c channels (c″ + c′) c + 4 c of its inputs, which have c″ and c′ channels, and its edges':
    /// sep 2 (k² c + c²) + 4 c, dil k² c + c² + 2 c, strided skip c² + 2 c.
    /// </summary>
    public long Parameters(Architecture architecture, ImageTask task)
    {
        var genotype = architecture.Cell<Genotype>();
        var size = SizeOf(task);
        var stem = (long)CellPlace.StemFactor * size.Channels;
        return (9L * task.Image.Channels + 2) * stem
            + CellPlace
                .All(size)
                .Sum(place => Weights(genotype, place) + InputWeights(place) + Scales(genotype, place))
            + Classifier(task, size);
    }

    /// <summary>
    /// The weights of each convolution times the pixels that leave it, and the classifier's (16 C + 1) K.
    /// </summary>
    public long Macs(Architecture architecture, ImageTask task)
    {
        var genotype = architecture.Cell<Genotype>();
        var size = SizeOf(task);
        var (height, width) = (task.Image.Height, task.Image.Width);
        var sum = 9L * task.Image.Channels * CellPlace.StemFactor * size.Channels * height * width;
        foreach (var place in CellPlace.All(size))
        {
            sum += InputWeights(place) * height * width;
            if (place.IsReduction)
            {
                (height, width) = ((height + 1) / 2, (width + 1) / 2);
            }

            sum += Weights(genotype, place) * height * width;
        }

        return sum + Classifier(task, size);
    }

    /// <summary>
    /// Parameters that the head beside the network has in training: 128 c + 393,216 weights of two
    /// convolutions, 2 · 128 + 2 · 768 scales and shifts, and a classifier of 769 K, where c channels leave
    /// the second reduction cell. No score sees it, and <see cref="Parameters"/> leaves it out.
    /// </summary>
    public long AuxiliaryParameters(ImageTask task)
    {
        var channels = CellPlace.All(SizeOf(task)).Last(place => place.IsReduction).Output;
        return (long)HiddenOfAuxiliary * channels
            + 2 * HiddenOfAuxiliary
            + 4 * HiddenOfAuxiliary * LastOfAuxiliary
            + 2 * LastOfAuxiliary
            + (LastOfAuxiliary + 1L) * task.Classes;
    }

    private Architecture Of(Genotype genotype) => new(Id, GenotypeText.Format(genotype), genotype);

    private NetworkSize SizeOf(ImageTask task) => task.Size ?? Size;

    private static Cell CellOf(Genotype genotype, CellPlace place) =>
        place.IsReduction ? genotype.Reduce : genotype.Normal;

    private static long Classifier(ImageTask task, NetworkSize size) =>
        (CellPlace.All(size).Last().Output + 1L) * task.Classes;

    private static long InputWeights(CellPlace place) =>
        (long)(place.BeforeLast + place.Last) * place.Channels;

    // Convolutions on edges.
    private static long Weights(Genotype genotype, CellPlace place)
    {
        long channels = place.Channels;
        return CellOf(genotype, place)
            .Edges.Sum(edge =>
            {
                var kernel = edge.Operation.Kernel();
                return edge.Operation.Repeats() * (kernel * kernel * channels + channels * channels)
                    + (IsStridedSkip(edge, place) ? channels * channels : 0);
            });
    }

    // Batch norms of inputs and edges.
    private static long Scales(Genotype genotype, CellPlace place) =>
        2L
        * place.Channels
        * (
            Cell.Inputs
            + CellOf(genotype, place)
                .Edges.Sum(edge => edge.Operation.Repeats() + (IsStridedSkip(edge, place) ? 1 : 0))
        );

    private static bool IsStridedSkip(Edge edge, CellPlace place) =>
        place.IsReduction && edge.Source < Cell.Inputs && edge.Operation == CellOperation.SkipConnect;

    // Ways to choose two different earlier values, and two operations.
    private static long PairCount(int node) =>
        (node + Cell.Inputs) * (node + Cell.Inputs - 1) / 2 * Operations * Operations;

    private static Cell CellAt(long index)
    {
        var edges = new Edge[Cell.EdgeCount];
        for (var node = Cell.Nodes - 1; node >= 0; node--)
        {
            var (rest, code) = Math.DivRem(index, PairCount(node));
            var (pair, operations) = Math.DivRem((int)code, Operations * Operations);
            var (first, second) = Sources(node).ElementAt(pair);
            edges[Cell.EdgesOfNode * node] = new((CellOperation)(operations / Operations), first);
            edges[Cell.EdgesOfNode * node + 1] = new((CellOperation)(operations % Operations), second);
            index = rest;
        }

        return new(edges);
    }

    private static IEnumerable<(int First, int Second)> Sources(int node) =>
        Enumerable
            .Range(0, node + Cell.Inputs - 1)
            .SelectMany(first =>
                Enumerable.Range(first + 1, node + Cell.Inputs - 1 - first).Select(second => (first, second))
            );

    private static IEnumerable<Cell> Neighbours(Cell cell)
    {
        for (var place = 0; place < Cell.EdgeCount; place++)
        {
            var edge = cell.Edges[place];
            var partner = cell.Edges[place % Cell.EdgesOfNode == 0 ? place + 1 : place - 1];
            var operations = Enum.GetValues<CellOperation>()
                .Where(other => other != edge.Operation)
                .Select(other => edge with { Operation = other });
            var sources = Enumerable
                .Range(0, Cell.NodeOf(place))
                .Where(other => other != edge.Source && other != partner.Source)
                .Select(other => edge with { Source = other });
            foreach (var other in operations.Concat(sources))
            {
                yield return new(cell.Edges.SetItem(place, other));
            }
        }
    }
}
