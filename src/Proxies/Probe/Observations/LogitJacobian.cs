using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// The derivatives of each sample's logits with respect to the first number of each of the first 128 tensors
/// of parameters, batch norm having mean 0 and variance 1.
/// </summary>
/// <param name="Logits">[N, K].</param>
/// <param name="Values">
/// [N, K, S]; zeros where the logits do not depend on the parameter, as on dead branches. A branch that sees
/// only zeros is not dead to the shift of its batch norm.
/// </param>
public sealed record LogitJacobian(Tensor Logits, Tensor Values)
{
    /// <summary>How many tensors of parameters are looked at.</summary>
    public const int MostTensors = 128;

    /// <summary>The derivatives of the logits.</summary>
    public static Need<LogitJacobian> Need { get; } =
        new(
            "logit_jacobian",
            "forward pass with batch norm of mean 0 and variance 1, a backward pass a class",
            [],
            Run
        )
        {
            Selects = StepSelection.Logits,
            Differentiates = true,
            Passes = null,
            Holds = 2.2,
        };

    // Such batch norm lets no sample touch another. So the gradient of a logit's sum over the samples with
    // respect to a layer's output holds each sample's own, and a product with what that layer read makes
    // each sample's derivative of it: one backward pass a class, whatever the number of samples.
    private static IReadOnlyList<LogitJacobian> Run(Session session)
    {
        using var scope = torch.NewDisposeScope();
        var wholes = session.BlueprintsWithZeros;
        using var network = wholes.SequenceEqual(session.Blueprints, ReferenceEqualityComparer.Instance)
            ? session.Network.WithConstantWeights()
            : PopulationNetwork.Create(
                Schedule.Of(wholes, [StepSelection.Logits]),
                session.Weights,
                session.Settings.Placement
            );
        var factors = new FirstFactors(network.Schedule, MostTensors);
        var images = network.Inputs(session.Images).detach().requires_grad_(true);
        var logits = network
            .Forward(images, network.Schedule.Needed(StepSelection.Logits), factors, new InitialStatistics())!
            .reshape(session.Samples, session.Blueprints.Count, -1);
        var rows = new List<Tensor>();
        for (var k = 0; k < logits.shape[2]; k++)
        {
            using var one = torch.NewDisposeScope();
            var gradients =
                factors.Outputs.Count == 0 ? [] : Gradients.Of(logits.select(2, k).sum(), factors.Outputs);
            using var values = torch.no_grad();
            rows.Add(factors.Derivatives(gradients, session.Samples).MoveToOuterDisposeScope());
        }

        using var arithmetic = torch.no_grad();
        var all = Numbers.Wide(torch.stack(rows, 1));
        return
        [
            .. session.Blueprints.Select(
                (_, member) =>
                    new LogitJacobian(
                        Numbers.Wide(logits.select(1, member).detach()).MoveToOuterDisposeScope(),
                        all.index_select(2, factors.ColumnsOf(member, all.device)).MoveToOuterDisposeScope()
                    )
            ),
        ];
    }
}
