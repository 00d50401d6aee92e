using System.Collections.Immutable;
using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Population;

/// <summary>
/// The steps of several networks in an order in which equal ones run at once: one graph made of many. Data
/// alone, without weights. A schedule of one network is its blueprint, step by step.
/// </summary>
internal sealed class Schedule
{
    private readonly Place?[][] _places;
    private readonly IReadOnlyList<StepSelection> _selections;

    internal Schedule(
        IReadOnlyList<Blueprint> members,
        IReadOnlyList<StepSelection> selections,
        ImmutableArray<GroupedStep> steps,
        Place?[][] places,
        IReadOnlyList<IReadOnlyList<int>> stages
    )
    {
        Members = members;
        Steps = steps;
        Stages = stages;
        _selections = selections;
        _places = places;
    }

    /// <summary>The networks.</summary>
    public IReadOnlyList<Blueprint> Members { get; }

    /// <summary>What is computed, in order. The first one is the input.</summary>
    public ImmutableArray<GroupedStep> Steps { get; }

    /// <summary>
    /// For each stage, the indices of the steps whose slots are its values, an entry a network that has the
    /// stage: one step, unless only some selections need the stage of some networks.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>> Stages { get; }

    /// <summary>Whether each network has an input of its own rather than all a common one.</summary>
    public bool HasInputForEach => Steps[0].Slots.Length > 1;

    /// <summary>Merges networks.</summary>
    /// <param name="members">The networks, for one task.</param>
    /// <param name="selections">
    /// What passes will compute: a step runs once for networks whose step belongs to the same selections, so
    /// that no pass computes more than it selects.
    /// </param>
    /// <param name="inputForEach">Whether each network is to have an input of its own.</param>
    public static Schedule Of(
        IReadOnlyList<Blueprint> members,
        IReadOnlyList<StepSelection> selections,
        bool inputForEach = false
    ) => new Scheduler(members, selections, inputForEach).Run();

    /// <summary>Where a network's value is; null for a step that no selection holds.</summary>
    public Place? PlaceOf(int member, int step) => _places[member][step];

    /// <summary>The steps that a pass over some of the selections computes.</summary>
    public bool[] Needed(params IEnumerable<StepSelection> selections)
    {
        var bits = selections.Aggregate(0, (bits, selection) => bits | Bit(selection));
        return [.. Steps.Select(step => (step.Selections & bits) != 0)];
    }

    /// <summary>Whether a step belongs to a selection.</summary>
    public bool IsIn(GroupedStep step, StepSelection selection) => (step.Selections & Bit(selection)) != 0;

    private int Bit(StepSelection selection)
    {
        for (var i = 0; i < _selections.Count; i++)
        {
            if (_selections[i] == selection)
            {
                return 1 << i;
            }
        }

        throw new ArgumentException("the schedule was not made for this selection", nameof(selection));
    }
}
