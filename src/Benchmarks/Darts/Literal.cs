using System.Collections.Immutable;

namespace ZcBench.Benchmarks.Darts;

/// <summary>A value of Python's or JSON's notation, and where it stands.</summary>
/// <param name="At">Index of its first character.</param>
/// <param name="Number">A whole number, else null.</param>
/// <param name="Word">A text in quotes or a bare word, else null.</param>
/// <param name="Items">The items of a list, tuple or range, else null.</param>
/// <param name="Fields">Named values in the order of the text, else null.</param>
internal sealed record Literal(
    int At,
    int? Number = null,
    string? Word = null,
    ImmutableArray<Literal>? Items = null,
    ImmutableArray<(string Name, Literal Value)>? Fields = null
)
{
    /// <summary>What it is, in words.</summary>
    public string Kind =>
        Number is { } number ? $"the number {number}"
        : Word is not null ? $"the word '{Word}'"
        : Items is { Length: var length } ? $"a list of {length}"
        : "a list of named values";
}
