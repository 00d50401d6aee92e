using MathNet.Numerics.LinearAlgebra;
using ZcBench.Proxies.Engine;

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
    /// <summary>Correlations between the samples' input gradients.</summary>
    public static Need<InputJacobian> Need { get; } =
        new("input_jacobian", "backward pass of all logits to the input", [ForwardPass.Need], Run)
        {
            Differentiates = true,
            DifferentiatesInput = true,
            Passes = 1,
            Holds = 0.2,
        };

    private static IReadOnlyList<InputJacobian> Run(Session session)
    {
        bool[] reaches = [.. session.Blueprints.Select(blueprint => blueprint.ReachesLogits(0))];
        if (!reaches.Contains(true))
        {
            return session.ForAll(new InputJacobian((Matrix<double>?)null));
        }

        using var scope = torch.NewDisposeScope();
        var pass = session.Get(ForwardPass.Need)[0];
        var gradient = Gradients.Of(pass.Logits.sum(), [pass.Inputs])[0];
        var members = reaches.Length;
        var rows = Numbers.Wide(gradient).reshape(session.Samples, members, -1).transpose(0, 1);
        var centred = rows.sub(rows.mean([2], keepdim: true));
        var norms = centred.pow(Scalars.Of(2)).sum([2L], keepdim: true).sqrt();
        var unit = centred.div(norms);
        var correlations = unit.bmm(unit.transpose(1, 2));
        var smallest = Numbers.All(norms.amin([1, 2]));
        return
        [
            .. reaches.Select(
                (isReached, member) =>
                    new InputJacobian(
                        isReached && smallest[member] > 0
                            ? Numbers.Matrix(correlations.select(0, member))
                            : null
                    )
            ),
        ];
    }
}
