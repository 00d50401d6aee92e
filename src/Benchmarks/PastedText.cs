namespace ZcBench.Benchmarks;

/// <summary>What people paste in place of an architecture's text.</summary>
internal static class PastedText
{
    /// <summary>The text without blanks around it.</summary>
    /// <exception cref="UserError">It is an index, which only a table resolves.</exception>
    public static string Of(string text, ISearchSpace space)
    {
        var plain = text.Trim();
        return plain.Length > 0 && plain.All(char.IsAsciiDigit)
            ? throw new UserError(
                $"'{plain}' is an index, and only the table that it is from says "
                    + $"which {space.Title} architecture has it; give the architecture's text from that table"
            )
            : plain;
    }
}
