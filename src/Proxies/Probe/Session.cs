using System.Diagnostics;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// One or several networks in one state (weights drawn one way, one minibatch) while they are looked at.
/// Every need is computed at most once, when it is first asked for, and timed without what it asked for in
/// turn.
/// </summary>
internal sealed class Session : IDisposable
{
    private readonly Dictionary<Need, object> _seen = [];
    private readonly Dictionary<Need, TimeSpan> _times = [];
    private readonly Stack<TimeSpan> _nested = new();
    private readonly IReadOnlyList<BuiltArchitecture> _members;
    private readonly SessionPlan _plan;
    private readonly InputBank _inputs;
    private readonly ITrainedState? _state;
    private readonly Lazy<PopulationNetwork> _network;
    private readonly Lazy<IReadOnlyDictionary<Need, IForwardObserver>> _watchers;
    private readonly bool _computesZeros;

    internal Session(
        IReadOnlyList<BuiltArchitecture> members,
        SessionPlan plan,
        InputBank inputs,
        ITrainedState? state,
        bool computesZeros = false
    )
    {
        _computesZeros = computesZeros;
        _members = members;
        _state = state;
        Blueprints = [.. members.Select(member => member.Blueprint)];
        _plan = plan;
        _inputs = inputs;
        _network = new(CreateNetwork);
        _watchers = new(Watchers);
    }

    internal IReadOnlyList<Blueprint> Blueprints { get; }

    /// <summary>
    /// Each architecture's cell with one channel on 3x3 images; null where the space has no such thing.
    /// </summary>
    internal IEnumerable<Blueprint?> ThinCells =>
        _members.Select(member =>
            SearchSpaces.Named(member.Architecture.Space).BuildThinCell(member.Architecture)
        );

    internal ProbeSettings Settings => _inputs.Settings;

    /// <summary>
    /// The networks with what is known to be zero computed like any other value (<see
    /// cref="ISearchSpace.BuildWithZeros"/>).
    /// </summary>
    internal IReadOnlyList<Blueprint> BlueprintsWithZeros =>
        [
            .. _members.Select(member =>
                member.Blueprint.Steps.Any(step => step.IsZero)
                    ? member.WithZeros(Settings.Task).Blueprint
                    : member.Blueprint
            ),
        ];

    internal IEnumerable<Architecture> Architectures => _members.Select(member => member.Architecture);

    /// <summary>
    /// What a need makes once for all architectures, numbers alone; the first that asks pays for it.
    /// </summary>
    internal T Kept<T>(Need need, Func<T> make)
        where T : class => _inputs.Kept(need, make);

    /// <summary>N.</summary>
    internal int Samples => Settings.Batch.Count;

    /// <summary>The first minibatch, [N, C, H, W].</summary>
    internal Tensor Images => _inputs.Images(_plan.Key.Input, second: false);

    /// <summary>The second minibatch.</summary>
    internal Tensor SecondImages => _inputs.Images(_plan.Key.Input, second: true);

    /// <summary>Labels [N] of the first or second minibatch.</summary>
    internal Tensor Labels(bool second = false) => _inputs.Labels(second);

    /// <summary>
    /// Signs ±1 of a stage's shape [N, C, H, W], one and the same for every architecture, as int8.
    /// </summary>
    internal Tensor Signs(int stage, long[] shape) => _inputs.Signs(stage, shape);

    /// <summary>
    /// Which numbers of a convolution's input are kept, as bool of its shape [N, C, H, W], one and the same
    /// for every architecture.
    /// </summary>
    internal Tensor Mask(string path, long[] shape, double share) => _inputs.Mask(path, shape, share);

    internal WeightInit Init => InitOf(Settings.Seed);

    /// <summary>How the session draws weights, from another seed.</summary>
    internal WeightInit InitOf(long seed) => new(_plan.Key.Init, seed);

    /// <summary>The weights as drawn, or as training left them.</summary>
    internal IWeightSource Weights => _state?.Weights ?? _inputs.Weights(_plan.Key.Init);

    /// <summary>What training has led to.</summary>
    internal ITrainedState State =>
        _state ?? throw new InvalidOperationException("the networks were not trained");

    /// <summary>The networks with the weights of every step that any wanted need selects.</summary>
    internal PopulationNetwork Network => _network.Value;

    internal Schedule Schedule => Network.Schedule;

    /// <summary>What the needs of the shared forward pass ask of it.</summary>
    internal SharedPass Shared => _plan.Shared;

    /// <summary>Who watches the shared forward pass.</summary>
    internal IEnumerable<IForwardObserver> AllWatchers => _watchers.Value.Values;

    /// <summary>Who watches the shared forward pass for a need, after that pass.</summary>
    internal IForwardObserver WatcherOf(Need need)
    {
        Get(ForwardPass.Need);
        return _watchers.Value[need];
    }

    /// <summary>One and the same for each network.</summary>
    internal IReadOnlyList<T> ForAll<T>(T item) => [.. _members.Select(_ => item)];

    /// <summary>What was seen for a need, looking now if nobody asked before; one for each network.</summary>
    internal IReadOnlyList<T> Get<T>(Need<T> need)
        where T : class
    {
        if (_seen.TryGetValue(need, out var seen))
        {
            return (IReadOnlyList<T>)seen;
        }

        // What it is made from comes first, so that no dispose scope of its own ends that.
        var zeros = need.ComputesZeros && !_computesZeros ? WithZeros() : [];
        foreach (var required in zeros.Length < _members.Count ? need.Requires : [])
        {
            required.Prepare(this);
        }

        var started = Stopwatch.GetTimestamp();
        _nested.Push(TimeSpan.Zero);
        var item =
            zeros.Length > 0 ? BesideZeros(need, zeros)
            : need.IsOneByOne && _members.Count > 1 ? OneByOne(need)
            : need.Observe(this);
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

    /// <summary>
    /// Time spent for one network on the needs of a list, each without what it was made from: what was spent
    /// on all networks at once, in equal parts.
    /// </summary>
    internal TimeSpan TimeOf(IEnumerable<Need> needs) =>
        needs.Aggregate(TimeSpan.Zero, (sum, need) => sum + _times.GetValueOrDefault(need)) / _members.Count;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_network.IsValueCreated)
        {
            _network.Value.Dispose();
        }
    }

    private IReadOnlyList<T> OneByOne<T>(Need<T> need)
        where T : class =>
        [
            .. _members.Select(
                (member, index) =>
                {
                    using var alone = new Session([member], _plan, _inputs, _state?.Only(index));
                    return alone.Get(need)[0];
                }
            ),
        ];

    // The networks that read values known to be zero, and whose logits depend on the images.
    private int[] WithZeros() =>
        [
            .. Blueprints
                .Index()
                .Where(item =>
                    item.Item.Steps.Any(step =>
                        step is { IsZero: true, Operation: Convolution or BatchNorm or Relu }
                    ) && item.Item.ReachesLogits(0)
                )
                .Select(item => item.Index),
        ];

    // Those networks in a session of their own, with what is zero computed; the others as they are. Trained
    // networks one by one, as their state is given.
    private T[] BesideZeros<T>(Need<T> need, int[] zeros)
        where T : class
    {
        var seen = zeros.Length < _members.Count ? [.. need.Observe(this)] : new T[_members.Count];
        var user = _plan.Members.First(member => member.Needs.Contains(need));
        var plan = new SessionPlan(_plan.Key, [(0, user.Proxy, [.. need.Closure])]);
        foreach (var group in _state is null ? [zeros] : zeros.Select(index => new[] { index }))
        {
            using var scope = torch.NewDisposeScope();
            using var apart = new Session(
                [.. group.Select(index => _members[index].WithZeros(Settings.Task))],
                plan,
                _inputs,
                _state?.Only(group[0]),
                computesZeros: true
            );
            foreach (var (index, item) in group.Zip(apart.Get(need)))
            {
                seen[index] = item;
            }
        }

        return seen;
    }

    private PopulationNetwork CreateNetwork() =>
        PopulationNetwork.Create(
            Schedule.Of(Blueprints, _plan.Selections, _plan.Shared.DifferentiatesInput && _members.Count > 1),
            Weights,
            Settings.Placement,
            _plan.Differentiates
        );

    private Dictionary<Need, IForwardObserver> Watchers() =>
        _plan
            .Wanted.Select(need => (Need: need, Watcher: need.Watcher(this)))
            .Where(item => item.Watcher is not null)
            .ToDictionary(item => item.Need, item => item.Watcher!);

    // Work on a GPU is asynchronous: without this its time would be charged to whoever reads a number next.
    private void Synchronise()
    {
        if (Settings.Placement.Device.type == DeviceType.CUDA)
        {
            torch.cuda.synchronize();
        }
    }
}
