using System.Diagnostics;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// One network in one state (weights drawn one way, one minibatch) while it is looked at. Every need is
/// computed at most once, when it is first asked for, and timed without what it asked for in turn.
/// </summary>
public sealed class Session : IDisposable
{
    private readonly Dictionary<Need, object> _seen = [];
    private readonly Dictionary<Need, TimeSpan> _times = [];
    private readonly Stack<TimeSpan> _nested = new();
    private readonly HashSet<Need> _wanted;
    private readonly InputBank _inputs;
    private readonly SessionKey _key;
    private readonly Architecture _architecture;
    private Network? _network;

    internal Session(
        Architecture architecture,
        Blueprint blueprint,
        ProbeSettings settings,
        SessionKey key,
        InputBank inputs,
        IEnumerable<Need> wanted
    )
    {
        _architecture = architecture;
        Blueprint = blueprint;
        Settings = settings;
        _key = key;
        _inputs = inputs;
        _wanted = [.. wanted];
    }

    internal Blueprint Blueprint { get; }

    /// <summary>
    /// The architecture's cell with one channel on 3x3 images; null where the space has no such thing.
    /// </summary>
    internal Blueprint? ThinCell => SearchSpaces.Named(_architecture.Space).BuildThinCell(_architecture);

    internal ProbeSettings Settings { get; }

    /// <summary>The first minibatch, [N, C, H, W].</summary>
    internal Tensor Input => _inputs.Images(_key.Input, second: false);

    /// <summary>The second minibatch.</summary>
    internal Tensor SecondInput => _inputs.Images(_key.Input, second: true);

    /// <summary>Labels [N] of the first or second minibatch.</summary>
    internal Tensor Labels(bool second = false) => _inputs.Labels(second);

    /// <summary>
    /// Signs ±1 of a stage's shape [N, C, H, W], one and the same for every architecture, as int8.
    /// </summary>
    internal Tensor Signs(int stage, long[] shape) => _inputs.Signs(stage, shape);

    internal WeightInit Init => new(_key.Init, Settings.Seed);

    /// <summary>The network with the weights of every step that any wanted need touches.</summary>
    internal Network Network =>
        _network ??= Network.Create(
            Blueprint,
            Wants(Needs.AllWeights) ? [.. Blueprint.Steps.Select(_ => true)] : NeededSteps(),
            Init,
            Settings.Placement,
            differentiable: _wanted.Any(need => need.Differentiates)
        );

    internal bool Wants(Need need) => _wanted.Contains(need);

    internal bool Differentiates => _wanted.Any(need => need.Differentiates);

    internal bool DifferentiatesInput => _wanted.Any(need => need.DifferentiatesInput);

    /// <summary>
    /// Steps that the shared forward pass computes: for the logits, the stages and what watchers ask to see.
    /// </summary>
    internal bool[] NeededSteps()
    {
        var roots = Blueprint.Stages.Select(stage => stage.Step).Append(Blueprint.Steps.Length - 1);
        return Blueprint.Needed(
            Wants(Needs.Agreement) || Wants(Needs.UnitPatterns) || Wants(Needs.Perturbation)
                ? Enumerable.Range(0, Blueprint.Steps.Length)
                : roots
        );
    }

    /// <summary>What was seen for a need, looking now if nobody asked before.</summary>
    internal T Get<T>(Need<T> need)
        where T : class
    {
        if (_seen.TryGetValue(need, out var seen))
        {
            return (T)seen;
        }

        var started = Stopwatch.GetTimestamp();
        _nested.Push(TimeSpan.Zero);
        var item = need.Observe(this);
        Synchronise();
        var whole = Stopwatch.GetElapsedTime(started);
        _times[need] = whole - _nested.Pop();
        if (_nested.TryPop(out var outer))
        {
            _nested.Push(outer + whole);
        }

        _seen[need] = item;
        return item;
    }

    /// <summary>Time spent on the needs of a list, each without what it was made from.</summary>
    internal TimeSpan TimeOf(IEnumerable<Need> needs) =>
        needs.Aggregate(TimeSpan.Zero, (sum, need) => sum + _times.GetValueOrDefault(need));

    /// <inheritdoc/>
    public void Dispose() => _network?.Dispose();

    // Work on a GPU is asynchronous: without this its time would be charged to whoever reads a number next.
    private void Synchronise()
    {
        if (Settings.Placement.Device.type == DeviceType.CUDA)
        {
            torch.cuda.synchronize();
        }
    }
}
