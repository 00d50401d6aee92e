using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Population;

/// <summary>Which steps of a network a pass is to compute, whatever the network is.</summary>
internal sealed class StepSelection
{
    private readonly Func<Blueprint, IEnumerable<int>> _roots;

    private StepSelection(Func<Blueprint, IEnumerable<int>> roots) => _roots = roots;

    /// <summary>What the logits depend on.</summary>
    public static StepSelection Logits { get; } = new(blueprint => [blueprint.Steps.Length - 1]);

    /// <summary>What the outputs of stem and cells depend on.</summary>
    public static StepSelection Stages { get; } =
        new(blueprint => blueprint.Stages.Select(stage => stage.Step));

    /// <summary>Everything that is not known to be zero, dead branches included.</summary>
    public static StepSelection Everything { get; } =
        new(blueprint => Enumerable.Range(0, blueprint.Steps.Length));

    /// <summary>What the batch norms, dead branches included, and the last feature map depend on.</summary>
    public static StepSelection Norms { get; } =
        new(blueprint =>
            blueprint
                .Steps.Where(step => step.Operation is BatchNorm)
                .Select(step => step.Index)
                .Append(blueprint.LastFeatures)
        );

    /// <summary>An entry a step, true where it is to be computed.</summary>
    public bool[] Of(Blueprint blueprint) => blueprint.Needed(_roots(blueprint));
}
