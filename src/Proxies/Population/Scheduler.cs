using System.Collections.Immutable;
using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Population;

/// <summary>
/// Merges networks stage by stage. Within a stage, steps that are ready and equal but for the names of their
/// parameters form one step; of several such groups the one comes first whose members, those not yet ready
/// included, lie least deep on average, so that the others grow meanwhile.
/// </summary>
internal sealed class Scheduler
{
    private readonly IReadOnlyList<Blueprint> _members;
    private readonly IReadOnlyList<StepSelection> _selections;
    private readonly int[][] _bits;
    private readonly Place?[][] _places;
    private readonly List<GroupedStep> _steps = [];
    private readonly List<IReadOnlyList<int>> _stages = [];
    private readonly bool _inputForEach;

    public Scheduler(
        IReadOnlyList<Blueprint> members,
        IReadOnlyList<StepSelection> selections,
        bool inputForEach
    )
    {
        _members = members;
        _selections = selections;
        _inputForEach = inputForEach;
        _bits = [.. members.Select(Bits)];
        _places = [.. members.Select(member => new Place?[member.Steps.Length])];
    }

    public Schedule Run()
    {
        AddInput();
        var segments = _members.Max(member => member.Stages.Length) + 1;
        for (var segment = 0; segment < segments; segment++)
        {
            var nodes = Nodes(segment, isLast: segment == segments - 1);
            if (_members.Count == 1)
            {
                nodes.ForEach(node => Add([node]));
            }
            else
            {
                Merge(nodes);
            }

            if (segment < segments - 1)
            {
                EndStage(segment);
            }
        }

        EndLogits();
        return new(_members, _selections, [.. _steps], _places, _stages);
    }

    private int[] Bits(Blueprint member)
    {
        var bits = new int[member.Steps.Length];
        foreach (var (index, selection) in _selections.Index())
        {
            foreach (var (step, isSelected) in selection.Of(member).Index())
            {
                bits[step] |= isSelected ? 1 << index : 0;
            }
        }

        return bits;
    }

    private void AddInput()
    {
        var owners = _inputForEach ? _members.Count : 1;
        var slots = Enumerable.Range(0, owners).Select(member => new Slot(member, _members[member].Steps[0]));
        _steps.Add(new(0, _members[0].Steps[0].Operation, [.. slots], [], (1 << _selections.Count) - 1));
        for (var member = 0; member < _members.Count; member++)
        {
            _places[member][0] = new(0, _inputForEach ? member : 0);
        }
    }

    // What is to be computed between two stages, and in the end what every network does after its last one.
    private List<Node> Nodes(int segment, bool isLast)
    {
        var nodes = new List<Node>();
        for (var member = 0; member < _members.Count; member++)
        {
            var steps = _members[member].Steps;
            var stages = _members[member].Stages;
            var (first, last) =
                segment < stages.Length ? Ends(stages[segment].Steps, steps.Length)
                : isLast ? (stages.IsEmpty ? 1 : Ends(stages[^1].Steps, 0).Last, steps.Length)
                : (0, 0);
            var depths = new Dictionary<int, int>();
            for (var i = Math.Max(1, first); i < last; i++)
            {
                if (_bits[member][i] != 0)
                {
                    var depth =
                        steps[i]
                            .Inputs.Select(input => depths.GetValueOrDefault(input))
                            .DefaultIfEmpty()
                            .Max() + 1;
                    depths[i] = depth;
                    nodes.Add(new(new(member, steps[i]), depth, SignatureOf(member, steps[i])));
                }
            }
        }

        return nodes;
    }

    private static (int First, int Last) Ends(Range range, int length) =>
        (range.Start.GetOffset(length), range.End.GetOffset(length));

    private Signature SignatureOf(int member, Step step) =>
        new(
            Nameless(step.Operation),
            string.Join(' ', step.Inputs.Select(input => _members[member].Steps[input].Output)),
            step.Output,
            _bits[member][step.Index]
        );

    private static IOperation Nameless(IOperation operation) =>
        operation switch
        {
            Convolution conv => conv with { Path = "", Bias = Nameless(conv.Bias) },
            BatchNorm norm => norm with { Path = "" },
            Classifier linear => linear with { Path = "", Weight = "", Bias = Nameless(linear.Bias) },
            ChannelScale scale => scale with { Path = "" },
            ChannelShift shift => shift with { Path = "" },
            Relu relu => relu with { Modules = 1, Readings = 1 },
            _ => operation,
        };

    private static string? Nameless(string? path) => path is null ? null : "";

    private void Merge(List<Node> nodes)
    {
        var groups = Groups(nodes);
        while (
            groups.Values.Where(group => group.Ready.Count > 0).MinBy(group => group.MeanDepth) is { } next
        )
        {
            Node[] group =
            [
                .. next
                    .Ready.OrderBy(node => PathOf(node.Slot.Step.Operation), StringComparer.Ordinal)
                    .ThenBy(node => FirstInput(node.Slot).Step)
                    .ThenBy(node => FirstInput(node.Slot).Position)
                    .ThenBy(node => node.Slot.Member),
            ];
            next.Take();
            Add(group);
            foreach (
                var reader in group.SelectMany(node => node.Readers).Where(reader => --reader.Waits == 0)
            )
            {
                groups[reader.Signature].Ready.Add(reader);
            }
        }
    }

    // The nodes by what can run at once; those that wait for no other node are ready.
    private static Dictionary<Signature, Group> Groups(List<Node> nodes)
    {
        var groups = new Dictionary<Signature, Group>();
        var byStep = nodes.ToDictionary(node => (node.Slot.Member, node.Slot.Step.Index));
        foreach (var node in nodes)
        {
            foreach (var input in node.Slot.Step.Inputs.Distinct())
            {
                if (byStep.TryGetValue((node.Slot.Member, input), out var writer))
                {
                    writer.Readers.Add(node);
                    node.Waits++;
                }
            }

            if (!groups.TryGetValue(node.Signature, out var group))
            {
                group = groups[node.Signature] = new();
            }

            group.Remaining++;
            group.Depths += node.Depth;
            if (node.Waits == 0)
            {
                group.Ready.Add(node);
            }
        }

        return groups;
    }

    private bool IsKnown(int member, int step) => _places[member][step] is not null;

    private Place FirstInput(Slot slot) =>
        slot.Step.Inputs.IsEmpty ? default : _places[slot.Member][slot.Step.Inputs[0]]!.Value;

    private static string PathOf(IOperation operation) =>
        operation switch
        {
            Convolution conv => conv.Path,
            BatchNorm norm => norm.Path,
            Classifier linear => linear.Path,
            ChannelScale scale => scale.Path,
            ChannelShift shift => shift.Path,
            _ => "",
        };

    private void Add(IReadOnlyList<Node> group)
    {
        var slots = group.Select(node => node.Slot).ToImmutableArray();
        var operation = group.Count == 1 ? slots[0].Step.Operation : group[0].Signature.Operation;
        var mayShare = operation is Convolution { Groups: 1 };
        var inputs = Enumerable
            .Range(0, slots[0].Step.Inputs.Length)
            .Select(i =>
                Read([.. slots.Select(slot => _places[slot.Member][slot.Step.Inputs[i]]!.Value)], mayShare)
            );
        Put(new(_steps.Count, operation, slots, [.. inputs], group[0].Signature.Selections));
    }

    // A convolution applies many filters to one value without copies of it.
    private static Reading Read(IReadOnlyList<Place> places, bool mayShare)
    {
        if (mayShare && places.Count > 1 && places.All(place => place == places[0]))
        {
            return new([new(places[0].Step, places[0].Position, 1)], IsShared: true);
        }

        var runs = ImmutableArray.CreateBuilder<SlotRun>();
        foreach (var place in places)
        {
            if (
                runs.Count > 0
                && runs[^1] is var last
                && last.Step == place.Step
                && last.Position + last.Count == place.Position
            )
            {
                runs[^1] = last with { Count = last.Count + 1 };
            }
            else
            {
                runs.Add(new(place.Step, place.Position, 1));
            }
        }

        return new(runs.ToImmutable(), IsShared: false);
    }

    private void Put(GroupedStep step)
    {
        _steps.Add(step);
        foreach (var (position, slot) in step.Slots.Index())
        {
            _places[slot.Member][slot.Step.Index] = new(step.Index, position);
        }
    }

    // The values of a stage come to lie side by side: the next stage reads them without copies, and
    // derivatives with respect to all of them are those with respect to one tensor.
    private void EndStage(int stage)
    {
        var groups = new List<int>();
        var outputs = Enumerable
            .Range(0, _members.Count)
            .Where(member => stage < _members[member].Stages.Length)
            .Select(member => new Slot(member, _members[member].Steps[_members[member].Stages[stage].Step]))
            .Where(slot => IsKnown(slot.Member, slot.Step.Index));
        foreach (
            var group in outputs.GroupBy(slot => (slot.Step.Output, _bits[slot.Member][slot.Step.Index]))
        )
        {
            var slots = group.ToImmutableArray();
            var reading = Read(
                [.. slots.Select(slot => _places[slot.Member][slot.Step.Index]!.Value)],
                mayShare: false
            );
            if (
                reading.Runs is not [var run]
                || run.Position != 0
                || run.Count != _steps[run.Step].Slots.Length
            )
            {
                run = new(_steps.Count, 0, slots.Length);
                Put(new(run.Step, new Gathering(), slots, [reading], group.Key.Item2));
            }

            groups.Add(run.Step);
        }

        _stages.Add(groups);
    }

    // The logits of all networks come to lie side by side in their order, where classifiers of different
    // widths did not run at once.
    private void EndLogits()
    {
        var slots = _members.Select((member, index) => new Slot(index, member.Steps[^1])).ToImmutableArray();
        if (!slots.All(slot => IsKnown(slot.Member, slot.Step.Index)))
        {
            return;
        }

        var reading = Read(
            [.. slots.Select(slot => _places[slot.Member][slot.Step.Index]!.Value)],
            mayShare: false
        );
        if (reading.Runs is not [_])
        {
            var bits = slots.Aggregate(0, (bits, slot) => bits | _bits[slot.Member][slot.Step.Index]);
            Put(new(_steps.Count, new Gathering(), slots, [reading], bits));
        }
    }

    /// <summary>What steps that can run at once have in common.</summary>
    private sealed record Signature(IOperation Operation, string Inputs, Shape Output, int Selections);

    /// <summary>A step that is not yet part of the schedule.</summary>
    private sealed class Node(Slot slot, int depth, Signature signature)
    {
        public Slot Slot { get; } = slot;

        public int Depth { get; } = depth;

        public Signature Signature { get; } = signature;

        public List<Node> Readers { get; } = [];

        /// <summary>How many nodes it reads that are not yet part of the schedule.</summary>
        public int Waits { get; set; }
    }

    /// <summary>The nodes of one signature.</summary>
    private sealed class Group
    {
        public List<Node> Ready { get; } = [];

        public int Remaining { get; set; }

        public int Depths { get; set; }

        public double MeanDepth => (double)Depths / Remaining;

        public void Take()
        {
            Remaining -= Ready.Count;
            Depths -= Ready.Sum(node => node.Depth);
            Ready.Clear();
        }
    }
}
