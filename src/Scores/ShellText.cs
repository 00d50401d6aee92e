namespace ZcBench.Scores;

/// <summary>Words as a shell takes them.</summary>
internal static class ShellText
{
    /// <summary>One line that a shell splits into these words again.</summary>
    public static string Of(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    /// <summary>A word, in quotation marks where a shell would read more into it.</summary>
    public static string Quoted(string word) =>
        word.Length > 0
        && word.All(c =>
            char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ',' or '@' or ':' or '+'
        )
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
