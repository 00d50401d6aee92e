using System.Collections.Immutable;
using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Supernets.Network;

/// <summary>Which operations an edge of a weight-sharing network may still take.</summary>
internal sealed class LiveOperations
{
    private readonly ImmutableArray<ImmutableArray<bool>> _live;

    private LiveOperations(ImmutableArray<ImmutableArray<bool>> live) => _live = live;

    /// <summary>Number of edges.</summary>
    public int Edges => _live.Length;

    /// <summary>Number of operations, live or not.</summary>
    public int Operations => _live[0].Length;

    /// <summary>Whether an operation on an edge is live.</summary>
    public bool this[int edge, int operation] => _live[edge][operation];

    /// <summary>Every live choice, edge by edge: the players of a game, in order.</summary>
    public ImmutableArray<EdgeChoice> Choices { get; private init; }

    /// <summary>Everything.</summary>
    public static LiveOperations All(SupernetBlueprint blueprint) =>
        Where(blueprint.Edges.Length, blueprint.Operations.Length, (_, _) => true);

    /// <summary>Everything but the operation that yields zero.</summary>
    public static LiveOperations WithoutZero(SupernetBlueprint blueprint) =>
        Where(
            blueprint.Edges.Length,
            blueprint.Operations.Length,
            (_, operation) => operation != blueprint.Zero
        );

    /// <summary>One operation on each edge.</summary>
    public static LiveOperations One(SupernetBlueprint blueprint, IReadOnlyList<int> operations) =>
        Where(
            blueprint.Edges.Length,
            blueprint.Operations.Length,
            (edge, operation) => operations[edge] == operation
        );

    /// <summary>What a rule says.</summary>
    public static LiveOperations Where(int edges, int operations, Func<int, int, bool> isLive)
    {
        ImmutableArray<ImmutableArray<bool>> live =
        [
            .. Enumerable
                .Range(0, edges)
                .Select(edge =>
                    Enumerable
                        .Range(0, operations)
                        .Select(operation => isLive(edge, operation))
                        .ToImmutableArray()
                ),
        ];
        return new(live)
        {
            Choices =
            [
                .. live.SelectMany(
                    (row, edge) =>
                        Enumerable
                            .Range(0, row.Length)
                            .Where(operation => row[operation])
                            .Select(operation => new EdgeChoice(edge, operation))
                ),
            ],
        };
    }

    /// <summary>The live operations of an edge, in order.</summary>
    public IReadOnlyList<int> Of(int edge) =>
        [.. Enumerable.Range(0, Operations).Where(operation => this[edge, operation])];

    /// <summary>The same with an edge restricted to some operations.</summary>
    public LiveOperations Restricted(int edge, IReadOnlyCollection<int> operations) =>
        Where(
            Edges,
            Operations,
            (row, operation) =>
                row == edge ? this[row, operation] && operations.Contains(operation) : this[row, operation]
        );

    /// <summary>The same without some choices.</summary>
    public LiveOperations Without(IReadOnlyCollection<EdgeChoice> removed) =>
        Where(
            Edges,
            Operations,
            (edge, operation) => this[edge, operation] && !removed.Contains(new(edge, operation))
        );

    /// <summary>[edges, operations], true where an operation is not live.</summary>
    public Tensor DeadMask(torch.Device device)
    {
        var dead = _live.SelectMany(row => row.Select(isLive => !isLive)).ToArray();
        using var flat = torch.tensor(dead, device: device);
        return flat.reshape(Edges, Operations);
    }
}
