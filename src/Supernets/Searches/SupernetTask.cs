using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Networks;
using ZcBench.Scores;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Steps;
using ZcBench.Training;

namespace ZcBench.Supernets.Searches;

/// <summary>
/// All that a search on a weight-sharing network gets to see: the network, and images in two halves, one for
/// the weights and one for everything that is chosen. No accuracy of the benchmark can be reached from here.
/// Whatever is drawn depends on the seed and on the name of its stream.
/// </summary>
internal sealed class SupernetTask
{
    private const int MonitorImages = 500;
    private const double AlphaDeviation = 1e-3;
    private readonly string _method;
    private SearchCost _cost = SearchCost.Nothing;

    /// <summary>A search's task.</summary>
    /// <param name="net">The network.</param>
    /// <param name="settings">Its size and training.</param>
    /// <param name="images">Their first half is for the weights.</param>
    /// <param name="method">Name of the search, which its streams begin with.</param>
    /// <param name="seed">Of weights and draws.</param>
    public SupernetTask(
        Supernet net,
        SupernetSettings settings,
        LabelledImages images,
        string method,
        long seed
    )
    {
        Net = net;
        Settings = settings;
        Training = images.Part(..(images.Count / 2));
        Validation = images.Part((images.Count / 2)..);
        Seed = seed;
        _method = method;
    }

    /// <summary>The network.</summary>
    public Supernet Net { get; }

    /// <summary>Its size and training.</summary>
    public SupernetSettings Settings { get; }

    /// <summary>Images that the weights are trained on.</summary>
    public LabelledImages Training { get; }

    /// <summary>Images that decide.</summary>
    public LabelledImages Validation { get; }

    /// <summary>Seed of weights and draws.</summary>
    public long Seed { get; }

    /// <summary>Minibatches of an epoch.</summary>
    public int Steps => Math.Max(1, Training.Count / Settings.Batch);

    /// <summary>What was done since the last call.</summary>
    public SearchCost TakeCost()
    {
        var cost = _cost;
        _cost = SearchCost.Nothing;
        return cost;
    }

    /// <summary>Notes that passes were made.</summary>
    public void CountPasses(double passes) => _cost += new SearchCost(passes, 0, 0);

    /// <summary>A stream of draws.</summary>
    public SequentialRandom Random(FormattableString name) => new(Stream(name));

    /// <summary>A stream of numbers.</summary>
    public CounterRandom Stream(FormattableString name) =>
        new(Seed, $"supernet/{_method}/{name.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>New weights; every network of a seed begins with the same.</summary>
    public SupernetWeights InitialWeights() =>
        SupernetWeights.Initial(Net.Blueprint.Network, new WeightInit(InitKind.Default, Seed), Net.Placement);

    /// <summary>
    /// Parameters [edges, operations] drawn as mean + deviation·N(0, 1), ready for gradients.
    /// </summary>
    public Tensor Logits(FormattableString name, double mean = 0, double deviation = AlphaDeviation)
    {
        var stream = Stream(name);
        var (edges, operations) = (Net.Blueprint.Edges.Length, Net.Blueprint.Operations.Length);
        var values = Enumerable
            .Range(0, edges * operations)
            .Select(i => (float)(mean + deviation * stream.Normal(i)))
            .ToArray();
        return Net.Placement.Tensor(values, edges, operations).requires_grad_(true);
    }

    /// <summary>A minibatch for the weights.</summary>
    public Batch TrainingBatch(FormattableString name) =>
        Batch.Of(Training.Draw(Settings.Batch, Random(name), augment: true), Net.Placement);

    /// <summary>A minibatch for what is chosen.</summary>
    public Batch ValidationBatch(FormattableString name) =>
        Batch.Of(Validation.Draw(Settings.Batch, Random(name), augment: true), Net.Placement);

    /// <summary>Plain images for a value that is compared: as many as asked for, or all.</summary>
    public Batch ValidationImages(FormattableString name, int count) =>
        Batch.Of(Validation.Draw(count, Random(name), augment: false), Net.Placement);

    /// <summary>Accuracy in percent on one batch, by the batch's own statistics.</summary>
    public double AccuracyPercent(SubSupernet sub, Mixing mixing, Batch batch)
    {
        _cost += new SearchCost(0, (double)batch.Labels.shape[0] / Settings.Batch, 0);
        return Pass.AccuracyPercent(Net, sub.Weights, mixing, batch, BatchNormMode.Batch);
    }

    /// <summary>Accuracy in percent on the same few hundred images each time: how training goes.</summary>
    public double MonitoredPercent(SubSupernet sub, Mixing mixing)
    {
        using var batch = ValidationImages($"monitor", MonitorImages);
        return AccuracyPercent(sub, mixing, batch);
    }

    /// <summary>
    /// The accuracy in percent of one architecture on the shared weights, over the whole validation half.
    /// </summary>
    public double AccuracyPercent(SubSupernet sub, IReadOnlyList<int> operations)
    {
        using var scope = torch.NewDisposeScope();
        var live = LiveOperations.One(Net.Blueprint, operations);
        var mixing = Mixing.OneHot(live, sub.Weights.Trained.All[0]);
        var chunks = (Validation.Count + MonitorImages - 1) / MonitorImages;
        var right = 0.0;
        for (var i = 0; i < chunks; i++)
        {
            var part = Validation.Part(
                (i * MonitorImages)..Math.Min(Validation.Count, (i + 1) * MonitorImages)
            );
            using var batch = Batch.Of(part.Whole(), Net.Placement);
            right += AccuracyPercent(sub, mixing, batch) * part.Count;
        }

        return right / Validation.Count;
    }

    /// <summary>
    /// The operations with the largest logits among those that are live; without the one that yields zero
    /// where the cell would pass nothing on.
    /// </summary>
    public IReadOnlyList<int> Largest(double[] logits, LiveOperations live)
    {
        var operations = Pick(_ => true);
        return IsConnected(operations) ? operations : Pick(operation => operation != Net.Blueprint.Zero);

        IReadOnlyList<int> Pick(Func<int, bool> isAllowed) =>
            [
                .. Enumerable
                    .Range(0, live.Edges)
                    .Select(edge =>
                        live.Of(edge)
                            .OrderByDescending(isAllowed)
                            .ThenByDescending(operation => logits[edge * live.Operations + operation])
                            .First()
                    ),
            ];
    }

    /// <summary>Whether a cell passes anything on.</summary>
    public bool IsConnected(IReadOnlyList<int> operations)
    {
        var architecture = Architecture(operations);
        return SearchSpaces.Named(architecture.Space).Examine(architecture)?.IsConnected ?? true;
    }

    /// <summary>The architecture of operations by edge.</summary>
    public Architecture Architecture(IReadOnlyList<int> operations) => Net.Blueprint.Architecture(operations);

    /// <summary>One live operation for each edge, drawn until the cell passes something on.</summary>
    public IReadOnlyList<int> RandomPath(LiveOperations live, SequentialRandom random)
    {
        while (true)
        {
            int[] operations =
            [
                .. Enumerable
                    .Range(0, live.Edges)
                    .Select(edge => live.Of(edge))
                    .Select(choices => choices[random.Below(choices.Count)]),
            ];
            if (IsConnected(operations))
            {
                return operations;
            }
        }
    }
}
