using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Takes from the output of each layer as many neighbouring pixels as it has channels, from a place that is
/// drawn: NEAR's windows. Pixels are rows in the order of sample, column and row of the image; the window
/// starts at a multiple of the map's width and ends with the pixels.
/// </summary>
internal sealed class RankWindows : IWatcher<EffectiveRanks>
{
    private readonly Schedule _schedule;
    private readonly CounterRandom _random;
    private readonly Dictionary<(int Member, int Step), List<int>> _modules = [];
    private readonly double[][] _ranks;
    private readonly List<((int Member, int Module)[] Owners, Tensor Windows)> _windows = [];

    /// <summary>Windows drawn from the stream "seed/near", element l for the module of index l.</summary>
    public RankWindows(Schedule schedule, long seed)
    {
        _schedule = schedule;
        _random = new(seed, "near");
        _ranks = new double[schedule.Members.Count][];
        foreach (var (member, network) in schedule.Members.Index())
        {
            var modules = LayerModules.Of(network);
            _ranks[member] = new double[modules.Count];
            foreach (var (module, step) in modules.Index())
            {
                if (!_modules.TryGetValue((member, step), out var own))
                {
                    own = _modules[(member, step)] = [];
                }

                own.Add(module);
            }
        }
    }

    public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
    {
        var owners = step
            .Slots.Index()
            .SelectMany(slot =>
                _modules
                    .GetValueOrDefault((slot.Item.Member, slot.Item.Step.Index), [])
                    .Select(module => (Position: slot.Index, slot.Item.Member, Module: module))
            )
            .ToArray();
        if (owners.Length == 0 || step.Operation is Gathering)
        {
            return;
        }

        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var maps = value.detach();
        var (samples, channels) = (maps.shape[0], maps.shape[1] / step.Slots.Length);
        var (height, width) = maps.ndim == 4 ? (maps.shape[2], maps.shape[3]) : (1, 1);
        var rows = samples * height * width;
        var steps = rows / (maps.ndim == 4 ? width : channels) - 1;
        var places = new long[4][];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = new long[owners.Length * channels];
        }

        var isInside = new double[owners.Length * channels];
        foreach (var (window, (position, _, module)) in owners.Index())
        {
            var start = steps > 0 ? _random.Below(module, steps) * width : 0;
            for (var i = 0; i < channels; i++)
            {
                var at = window * channels + i;
                var row = Math.Min(start + i, rows - 1);
                isInside[at] = start + i < rows ? 1 : 0;
                (places[0][at], places[1][at]) = (row / (width * height), position);
                (places[2][at], places[3][at]) = (row % height, row / height % width);
            }
        }

        var index = places
            .Select(place =>
                torch.TensorIndex.Tensor(torch.tensor(place, [owners.Length, channels], device: maps.device))
            )
            .ToArray();
        var taken = maps.reshape(samples, step.Slots.Length, channels, height, width)[
            index[0],
            index[1],
            torch.TensorIndex.Colon,
            index[2],
            index[3]
        ];
        if (Array.Exists(isInside, inside => inside == 0))
        {
            // Rows of zeros change no singular value.
            taken = taken.mul(
                torch.tensor(isInside, [owners.Length, channels, 1], dtype: maps.dtype, device: maps.device)
            );
        }

        _windows.Add(
            ([.. owners.Select(owner => (owner.Member, owner.Module))], taken.MoveToOuterDisposeScope())
        );
    }

    /// <summary>The ranks of each network; what was not computed is zero and has rank 0.</summary>
    public IReadOnlyList<EffectiveRanks> Seen()
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        foreach (var group in _windows.GroupBy(item => item.Windows.shape[1]))
        {
            var matrices = Numbers.Wide(torch.cat([.. group.Select(item => item.Windows)]));
            var ranks = Numbers.All(EffectiveRank.Of(matrices));
            foreach (var ((member, module), rank) in group.SelectMany(item => item.Owners).Zip(ranks))
            {
                _ranks[member][module] = rank;
            }
        }

        foreach (var (_, windows) in _windows)
        {
            windows.Dispose();
        }

        _windows.Clear();
        return
        [
            .. _schedule.Members.Zip(
                _ranks,
                (network, ranks) =>
                    EffectiveRanks.Refusal(network) is { } reason
                        ? new EffectiveRanks(null, reason)
                        : new(ranks)
            ),
        ];
    }
}
