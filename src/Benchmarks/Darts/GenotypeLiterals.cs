using System.Collections.Immutable;

namespace ZcBench.Benchmarks.Darts;

/// <summary>Architectures from values of Python's or JSON's notation.</summary>
internal static class GenotypeLiterals
{
    private const string Normal = "normal";
    private const string Reduce = "reduce";
    private const string Concat = "_concat";
    private static readonly string[] Fields = [Normal, Normal + Concat, Reduce, Reduce + Concat];
    private static readonly int[] Joined = [.. Enumerable.Range(Cell.Inputs, Cell.Nodes)];

    /// <summary>From two lists of eight pairs of numbers, the input first.</summary>
    public static Genotype OfNumbers(Literal value, GenotypeFaults faults)
    {
        var cells = value.Items ?? [];
        return cells.Length == 2
            ? new(Numbers(Normal, cells[0], faults), Numbers(Reduce, cells[1], faults))
            : throw faults.At(
                value.At,
                $"stands {value.Kind}, where two cells were expected, the normal and the reduction cell"
            );
    }

    /// <summary>From the named lists of a genotype, the operation first in each pair.</summary>
    public static Genotype OfNames(Literal value, GenotypeFaults faults)
    {
        if (value.Fields is not { } fields)
        {
            throw faults.At(
                value.At,
                $"stands {value.Kind}, where Genotype(normal=…, reduce=…) was expected"
            );
        }

        foreach (var (name, field) in fields)
        {
            if (!Fields.Contains(name, StringComparer.Ordinal))
            {
                throw faults.At(
                    field.At,
                    $"a genotype has no '{name}'; {Benchmarks.Names.Suggest(Fields, name)}"
                );
            }

            if (name.EndsWith(Concat, StringComparison.Ordinal))
            {
                RequireAllNodes(name, field, faults);
            }
        }

        return new(Names(Normal, value, faults), Names(Reduce, value, faults));
    }

    private static Cell Numbers(string name, Literal cell, GenotypeFaults faults)
    {
        var edges = new EdgeReader(name, faults);
        foreach (var pair in Pairs(name, cell, faults))
        {
            if (pair.Items is not [{ Number: { } source } input, { Number: { } operation } number])
            {
                throw faults.At(
                    pair.At,
                    $"stands {pair.Kind}, where the numbers of an input and an operation were expected, "
                        + "as in (0, 3)"
                );
            }

            edges.Add(operation, number.At, source, input.At);
        }

        return edges.Cell();
    }

    private static Cell Names(string name, Literal genotype, GenotypeFaults faults)
    {
        var found = genotype.Fields!.Value.Where(field => field.Name == name).ToList();
        if (found.Count != 1)
        {
            throw faults.At(
                genotype.At,
                $"the genotype has {(found.Count == 0 ? "no" : "more than one")} '{name}'"
            );
        }

        var edges = new EdgeReader(name, faults);
        foreach (var pair in Pairs(name, found[0].Value, faults))
        {
            if (pair.Items is not [{ Word: { } operation } word, { Number: { } source } input])
            {
                throw faults.At(
                    pair.At,
                    $"stands {pair.Kind}, where an operation and its input were expected, "
                        + "as in ('sep_conv_3x3', 0)"
                );
            }

            edges.Add(operation, word.At, source, input.At);
        }

        return edges.Cell();
    }

    private static ImmutableArray<Literal> Pairs(string name, Literal cell, GenotypeFaults faults) =>
        cell.Items is { Length: Cell.EdgeCount } pairs
            ? pairs
            : throw faults.At(
                cell.At,
                $"the cell '{name}' is {cell.Kind}, where a list of {Cell.EdgeCount} pairs was expected, "
                    + "two for each of four nodes"
            );

    private static void RequireAllNodes(string name, Literal concat, GenotypeFaults faults)
    {
        var nodes = (concat.Items ?? []).Select(item => item.Number ?? -1);
        if (!nodes.SequenceEqual(Joined))
        {
            throw faults.At(
                concat.At,
                $"'{name}' is not [{string.Join(", ", Joined)}]; "
                    + "cells that join other nodes are not of this space"
            );
        }
    }
}
