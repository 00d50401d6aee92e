namespace ZcBench.Benchmarks;

/// <summary>
/// One member of a search space: the space's id and the architecture's official text in its one canonical
/// spelling, so that two architectures are equal exactly when these are. Made by
/// <see cref="ISearchSpace.Parse"/> and <see cref="ISearchSpace.Enumerate"/> only. It carries what its space
/// read from the text, so that no question about it reads the text again.
/// </summary>
public sealed record Architecture
{
    private readonly object _cell;

    /// <summary>An architecture and what its space knows it by.</summary>
    internal Architecture(string space, string text, object cell)
    {
        Space = space;
        Text = text;
        _cell = cell;
    }

    /// <summary>Id of the search space, for example "nasbench201".</summary>
    public string Space { get; }

    /// <summary>The official text, for example "|nor_conv_3x3~0|+|none~0|...".</summary>
    public string Text { get; }

    /// <summary>The parsed cell, of the space's own type.</summary>
    /// <exception cref="InvalidOperationException">The architecture is of another space.</exception>
    internal T Cell<T>()
        where T : class =>
        _cell as T
        ?? throw new InvalidOperationException(
            $"'{Text}' is of {Space}, and another space was asked about it"
        );

    /// <summary>Whether both are the same member of the same space.</summary>
    public bool Equals(Architecture? other) =>
        other is not null && Text == other.Text && Space == other.Space;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
