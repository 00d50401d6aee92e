using MathNet.Numerics.LinearAlgebra;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Correlations of the rows J_n = ∂(Σ_m Σ_k f_k(x_m))/∂x_n of one backward pass, batch norm coupling the
/// samples.
/// </summary>
/// <param name="Correlations">
/// [N, N]; null when a row is constant, as in a network that ignores its input.
/// </param>
public sealed record InputJacobian(Matrix<double>? Correlations)
{
    internal static InputJacobian Run(Session session)
    {
        var trace = session.Get(Needs.Forward);
        if (!session.Blueprint.ReachesLogits(0))
        {
            return new((Matrix<double>?)null);
        }

        using var scope = torch.NewDisposeScope();
        var gradient = Gradients.Of(trace.Logits.sum(), [trace.Input])[0];
        var rows = Numbers.Wide(gradient).reshape(gradient.shape[0], -1);
        var centred = rows.sub(rows.mean([1], keepdim: true));
        var norms = centred.square().sum([1L], keepdim: true).sqrt();
        if (norms.min().item<double>() <= 0)
        {
            return new((Matrix<double>?)null);
        }

        var unit = centred.div(norms);
        return new(Numbers.Matrix(unit.mm(unit.t())));
    }
}
