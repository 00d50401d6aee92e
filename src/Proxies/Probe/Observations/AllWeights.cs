using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>The weights as they are.</summary>
public static class AllWeights
{
    /// <summary>Weights of all convolutions, dead ones included, and of the classifier.</summary>
    public static Need<IReadOnlyList<Tensor>> Need { get; } =
        new(
            "all_weights",
            "weights of every layer, dead ones included",
            [],
            session => [.. session.Blueprints.Select((blueprint, member) => Of(session, member, blueprint))]
        );

    private static IReadOnlyList<Tensor> Of(Session session, int member, Blueprint blueprint) =>
        [
            .. blueprint
                .Steps.Where(step => step.Operation is Convolution or Classifier)
                .Select(step => session.Weights.Weight(member, step.Operation)),
        ];
}
