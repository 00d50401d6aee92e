using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>The three ways to a kernel of per-sample gradients.</summary>
internal static class SampleKernels
{
    /// <summary>
    /// HNAS: one backward pass of Σ_n f_{n, y_n} through the shared graph in training mode; rows from each
    /// sample's own activations and output gradients, convolution and classifier weights and the classifier's
    /// bias.
    /// </summary>
    public static SampleKernel OfTrueLogits(Session session)
    {
        var trace = session.Get(Needs.Forward);
        using var scope = torch.NewDisposeScope();
        var logit = trace.Logits.gather(1, session.Labels().unsqueeze(1)).sum();
        var outputs = Gradients.Of(logit, [.. trace.Taps.Select(tap => tap.Output)]);
        var gram = new GramSum(session);
        foreach (var (tap, gradient) in trace.Taps.Zip(outputs))
        {
            gram.Add(() => SampleKernel.LayerRows(tap, gradient));
            if (tap.Step.Operation is Classifier)
            {
                gram.Add(() => gradient);
            }
        }

        return gram.Kernel();
    }

    /// <summary>
    /// The true kernel of the network with batch statistics held constant: rows ∂(Σ_k f_k(x_n))/∂θ over all
    /// weights and batch norm scales, all from one backward pass because samples no longer touch each other.
    /// </summary>
    public static SampleKernel Frozen(Session session)
    {
        using var scope = torch.NewDisposeScope();
        var layers = new LayerCollector(session.Network, keepNorms: true);
        var needed = session.Blueprint.NeededForLogits();
        var logits = session.Network.Forward(session.Input, needed, layers, new FrozenStatistics())!;
        var found = Gradients.Of(logits.sum(), [.. layers.Taps.Select(tap => tap.Output), .. layers.Norms]);
        var gram = new GramSum(session);
        foreach (var (tap, gradient) in layers.Taps.Zip(found))
        {
            gram.Add(() => SampleKernel.LayerRows(tap, gradient));
        }

        foreach (var (norm, gradient) in layers.Norms.Zip(found.Skip(layers.Taps.Count)))
        {
            gram.Add(() => norm.detach().mul(gradient).sum([2, 3]));
        }

        return gram.Kernel();
    }

    /// <summary>
    /// TE-NAS: rows ∂(Σ_k f_k(x_n))/∂θ through the whole batch in training mode, so that batch norm couples
    /// the samples; one backward pass a sample over one graph, all weights and batch norm scales.
    /// </summary>
    public static SampleKernel TrainMode(Session session)
    {
        using var scope = torch.NewDisposeScope();
        var layers = new LayerCollector(session.Network, keepNorms: false);
        var needed = session.Blueprint.NeededForLogits();
        var scales = new ScaledBatchStatistics();
        var logits = session.Network.Forward(session.Input, needed, layers, scales)!;
        var parameters = layers.Taps.Select(tap => tap.Weight).Concat(scales.Scales).ToList();
        var rows = new List<Tensor>();
        for (var n = 0; n < logits.shape[0]; n++)
        {
            using var row = torch.NewDisposeScope();
            var gradients = Gradients.Of(logits.select(0, n).sum(), parameters);
            rows.Add(
                torch.cat([.. gradients.Select(gradient => gradient.reshape(-1))]).MoveToOuterDisposeScope()
            );
        }

        var gram = new GramSum(session);
        gram.Add(() => torch.stack(rows));
        return gram.Kernel();
    }

    /// <summary>Adds up G_l G_lᵀ over layers in double precision.</summary>
    private sealed class GramSum(Session session)
    {
        private readonly Tensor _sum = torch.zeros(
            [session.Settings.Batch.Count, session.Settings.Batch.Count],
            dtype: torch.float64,
            device: session.Settings.Placement.Device
        );

        public void Add(Func<Tensor> rows)
        {
            using var scope = torch.NewDisposeScope();
            using var gradients = torch.no_grad();
            var layer = rows();
            _sum.add_(Numbers.Wide(layer.mm(layer.t())));
        }

        public SampleKernel Kernel() => new(Numbers.Matrix(_sum));
    }
}
