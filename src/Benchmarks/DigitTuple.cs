namespace ZcBench.Benchmarks;

/// <summary>Python's tuples of digits, "(1, 0, 2)", in which NASLib names architectures.</summary>
internal static class DigitTuple
{
    /// <summary>Whether a text looks like one.</summary>
    public static bool IsOne(string text) => text is ['(' or '[', ..];

    /// <summary>The tuple of digits.</summary>
    public static string Format(IEnumerable<int> digits) => $"({string.Join(", ", digits)})";

    /// <summary>The digits of a tuple or a list; null where it is no tuple of so many digits.</summary>
    public static int[]? Parse(string text, int count)
    {
        var parts = text is ['(', .., ')'] or ['[', .., ']']
            ? text[1..^1].Split(',', StringSplitOptions.TrimEntries)
            : [];
        return parts.Length == count && Array.TrueForAll(parts, part => part is [>= '0' and <= '9'])
            ? [.. parts.Select(part => part[0] - '0')]
            : null;
    }
}
