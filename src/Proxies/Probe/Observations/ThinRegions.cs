using System.Globalization;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Linear regions that the architecture's cell shows with one channel on tiny images.</summary>
/// <param name="Count">
/// Distinct activation patterns among 3,000 samples [1, 3, 3]; null when there is nothing to count.
/// </param>
/// <param name="Lack">Why there is nothing to count; null when there is a count.</param>
public sealed record ThinRegions(long? Count, string? Lack)
{
    private const int Batches = 3;
    private const int Samples = 1000;

    /// <summary>Linear regions of the thin cell.</summary>
    public static Need<ThinRegions> Need { get; } =
        new("thin_regions", "three forward passes of the cell alone, one channel, 3x3 images", [], Run)
        {
            Passes = 0.1,
            BuildsNetwork = true,
        };

    // The pass of so small a network is a matter of microseconds: one cell after another, on the CPU.
    private static IReadOnlyList<ThinRegions> Run(Session session)
    {
        var placement = session.Settings.Placement with { Device = torch.CPU };
        using var weights = new WeightBank(session.Init, placement);
        return [.. session.ThinCells.Select(cell => Of(session, cell, weights, placement))];
    }

    private static ThinRegions Of(Session session, Blueprint? cell, WeightBank weights, Placement placement)
    {
        if (cell is null)
        {
            return new(null, "the network has no cell that could have one channel");
        }

        if (!cell.Steps.Any(step => step.Operation is Relu))
        {
            return new(null, "the cell has no ReLU");
        }

        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var schedule = Schedule.Of([cell], [StepSelection.Everything]);
        using var network = PopulationNetwork.Create(schedule, weights, placement);
        var patterns = new HashSet<string>(StringComparer.Ordinal);
        for (var batch = 0; batch < Batches; batch++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"thin.input{batch}");
            var pixels = Noise.Uniform(session.Settings.Seed, path, Samples * 9);
            var watcher = new PatternReader();
            network.Forward(
                placement.Tensor(pixels, Samples, 1, 3, 3),
                schedule.Needed(StepSelection.Everything),
                watcher
            );
            patterns.UnionWith(watcher.Patterns());
        }

        return new(patterns.Count, null);
    }

    /// <summary>Spells each sample's activation pattern over all ReLUs.</summary>
    private sealed class PatternReader : IForwardObserver
    {
        private readonly List<ulong[]> _words = [];

        public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
        {
            if (step.Operation is Relu)
            {
                var codes = new SignCodes();
                using var rows = Rows.SampleMajor(value);
                Rows.Pack(rows, Samples, codes);
                _words.Add([.. Enumerable.Range(0, Samples).Select(sample => codes.Row(sample)[0])]);
            }
        }

        public IEnumerable<string> Patterns() =>
            Enumerable
                .Range(0, Samples)
                .Select(sample => string.Join('.', _words.Select(words => words[sample])));
    }
}
