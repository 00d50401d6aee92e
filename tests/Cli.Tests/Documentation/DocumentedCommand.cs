namespace ZcBench.Cli.Tests.Documentation;

/// <summary>A command of zcbench that a page prints.</summary>
/// <param name="Page">The page, by its path in the repository.</param>
/// <param name="Line">Its line there.</param>
/// <param name="Words">The words after ./bench or zcbench, as a shell reads them.</param>
/// <param name="IsMention">
/// Whether it is in running text, where it names a command and may leave out what the command requires.
/// </param>
internal sealed record DocumentedCommand(string Page, int Line, IReadOnlyList<string> Words, bool IsMention)
{
    /// <summary>Whether a word says that some are left out.</summary>
    public bool IsElided => Words.Any(word => word is "…" or "...");

    /// <summary>
    /// Whether a word holds a part left out, a variable, or a name for what the reader has.
    /// </summary>
    public static bool IsOpen(string word) =>
        word.Contains('…', StringComparison.Ordinal)
        || word.Contains("...", StringComparison.Ordinal)
        || word.Contains('$', StringComparison.Ordinal)
        || word.Contains('<', StringComparison.Ordinal)
        || (word.Length > 1 && word.All(char.IsAsciiLetterUpper));

    public string Text => string.Join(' ', Words);

    public override string ToString() => $"{Page}:{Line}: {Text}";
}
