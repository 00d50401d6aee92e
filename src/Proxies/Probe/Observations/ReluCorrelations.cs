using MathNet.Numerics.LinearAlgebra;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Absolute correlations between samples of what ReLUs read and of the loss gradients that come back to them,
/// added up over a network, [N, N] each.
/// </summary>
/// <param name="Weighted">
/// Modules around a ReLU count too, with the gradient at their batch norm's input; cell i counts 2ⁱ times.
/// </param>
/// <param name="Even">The same with each cell counted once.</param>
/// <param name="Once">Each ReLU once, before the activation; cell i counts 2ⁱ times.</param>
public sealed record ReluCorrelations(Matrix<double> Weighted, Matrix<double> Even, Matrix<double> Once)
{
    /// <summary>Correlations of activations and gradients at the ReLUs.</summary>
    public static Need<ReluCorrelations> Need { get; } =
        new(
            "relu_correlations",
            "the same backward pass to what ReLUs and batch norms read",
            [LossGradients.OfLayers, ReluReadings.Need],
            Run
        )
        {
            ComputesZeros = true,
            Passes = 0.5,
            HoldsLargest = 6,
        };

    private static IReadOnlyList<ReluCorrelations> Run(Session session)
    {
        using var scope = torch.NewDisposeScope();
        var readings = session.Get(ReluReadings.Need)[0];
        var sums = readings.With(session.Get(LossGradients.OfLayers)[0].Read[readings]);
        return
        [
            .. session.Blueprints.Select(
                (_, member) =>
                    new ReluCorrelations(
                        sums.Of(ReluReadings.Weighted, member),
                        sums.Of(ReluReadings.Even, member),
                        sums.Of(ReluReadings.Once, member)
                    )
            ),
        ];
    }
}
