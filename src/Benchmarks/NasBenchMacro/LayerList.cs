using System.Collections.Immutable;

namespace ZcBench.Benchmarks.NasBenchMacro;

/// <summary>The operations of a network's eight layers, a digit each, as "02012100".</summary>
/// <param name="operations">By <see cref="LayerPlace.All"/>.</param>
internal sealed class LayerList(ImmutableArray<LayerOperation> operations)
{
    private static readonly int Layers = LayerPlace.All.Count;

    /// <summary>By <see cref="LayerPlace.All"/>.</summary>
    public ImmutableArray<LayerOperation> Operations => operations;

    /// <summary>The eight digits.</summary>
    public string Text => string.Concat(operations.Select(operation => (int)operation));

    /// <summary>Convolutions of the layers.</summary>
    public int Convolutions =>
        operations
            .Zip(LayerPlace.All)
            .Sum(layer => layer.First != LayerOperation.Identity ? 3 : layer.Second.Stride - 1);

    /// <summary>
    /// The network that was trained for it: in each stage, the identities after the first layer move to the
    /// stage's end, which changes no function.
    /// </summary>
    public LayerList TrainedAs() =>
        new([
            .. operations
                .Zip(LayerPlace.All)
                .Select(layer => (Operation: layer.First, Place: layer.Second))
                .OrderBy(layer => layer.Place.Stage)
                .ThenBy(layer => layer.Place.Stride == 1)
                .ThenBy(layer => layer.Place.Stride == 1 && layer.Operation == LayerOperation.Identity)
                .Select(layer => layer.Operation),
        ]);

    /// <summary>Reads eight digits.</summary>
    /// <exception cref="UserError">It is something else.</exception>
    public static LayerList Parse(string text)
    {
        var plain = text.Trim();
        return plain.Length == Layers && !plain.AsSpan().ContainsAnyExceptInRange('0', '2')
            ? new([.. plain.Select(digit => (LayerOperation)(digit - '0'))])
            : throw new UserError(
                $"'{plain}' is not a NAS-Bench-Macro architecture; write eight digits from 0 to 2, "
                    + "one a layer, as 02012100"
            );
    }
}
