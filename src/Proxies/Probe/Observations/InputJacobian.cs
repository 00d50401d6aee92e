using MathNet.Numerics.LinearAlgebra;
using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Correlations of the rows J_n = ∂(Σ_m Σ_k f_k(x_m))/∂x_n of one backward pass, batch norm coupling the
/// samples.
/// </summary>
/// <param name="Correlations">[N, N]; null where there are none.</param>
/// <param name="Reason">
/// Why there are none: a row is constant, as in a network that ignores its input, or all are 0.
/// </param>
public sealed record InputJacobian(Matrix<double>? Correlations, string Reason = "")
{
    /// <summary>
    /// Whether all rows are 0 in exact arithmetic, so that what is computed is rounding noise.
    /// </summary>
    public bool IsNoise { get; private init; }

    private const string ConstantRow = "the input gradient of a sample is constant";

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
        string?[] reasons =
        [
            .. session.Blueprints.Select(blueprint =>
                blueprint.ReachesLogits(0) ? NormRule.OfSum(blueprint) : ConstantRow
            ),
        ];
        if (Array.TrueForAll(reasons, reason => reason is not null))
        {
            return [.. reasons.Select(reason => Without(reason!))];
        }

        using var scope = torch.NewDisposeScope();
        var pass = session.Get(ForwardPass.Need)[0];
        var gradient = Gradients.Of(pass.Logits.sum(), [pass.Inputs])[0];
        var members = reasons.Length;
        var rows = Numbers.Wide(gradient).reshape(session.Samples, members, -1).transpose(0, 1);
        var centred = rows.sub(rows.mean([2], keepdim: true));
        var norms = centred.pow(Scalars.Of(2)).sum([2L], keepdim: true).sqrt();
        var unit = centred.div(norms);
        var correlations = unit.bmm(unit.transpose(1, 2));
        var smallest = Numbers.All(norms.amin([1, 2]));
        return
        [
            .. reasons.Select(
                (reason, member) =>
                    reason is not null ? Without(reason)
                    : smallest[member] > 0 ? new(Numbers.Matrix(correlations.select(0, member)))
                    : Without(ConstantRow)
            ),
        ];
    }

    private static InputJacobian Without(string reason) =>
        new(null, reason) { IsNoise = reason != ConstantRow };
}
