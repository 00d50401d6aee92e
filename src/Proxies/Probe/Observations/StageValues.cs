using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Outputs of stem and cells in the shared forward pass. Those of several networks are one tensor a stage,
/// unless the logits depend on the stage in some of them only.
/// </summary>
internal sealed class StageValues : IWatcher<StageValues>
{
    private readonly Schedule _schedule;
    private readonly HashSet<int> _steps;
    private readonly Dictionary<int, Tensor> _values = [];

    private StageValues(Schedule schedule)
    {
        _schedule = schedule;
        _steps = [.. schedule.Stages.SelectMany(steps => steps)];
    }

    /// <summary>Outputs of stem and cells.</summary>
    public static Need<StageValues> Need { get; } =
        new("stages", "outputs of stem and cells", watch: session => new StageValues(session.Schedule))
        {
            Selects = StepSelection.Stages,
        };

    /// <summary>Number of stages.</summary>
    public int Count => _schedule.Stages.Count;

    /// <summary>The steps whose slots are a stage's values, and their values [N, G·C, H, W].</summary>
    public IEnumerable<(GroupedStep Step, Tensor Value)> Of(int stage) =>
        _schedule.Stages[stage].Select(step => (_schedule.Steps[step], _values[step]));

    public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
    {
        if (_steps.Contains(step.Index))
        {
            _values[step.Index] = value;
        }
    }

    public bool Keeps(GroupedStep step) => _steps.Contains(step.Index);

    public IReadOnlyList<StageValues> Seen() => [.. _schedule.Members.Select(_ => this)];
}
