namespace ZcBench.Benchmarks;

/// <summary>
/// One member of a search space: the space's id and the architecture's official text in its one canonical
/// spelling, so that two architectures are equal exactly when these are. Made by
/// <see cref="ISearchSpace.Parse"/> and <see cref="ISearchSpace.Enumerate"/> only.
/// </summary>
public sealed record Architecture
{
    internal Architecture(string space, string text)
    {
        Space = space;
        Text = text;
    }

    /// <summary>Id of the search space, for example "nasbench201".</summary>
    public string Space { get; }

    /// <summary>The official text, for example "|nor_conv_3x3~0|+|none~0|...".</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
