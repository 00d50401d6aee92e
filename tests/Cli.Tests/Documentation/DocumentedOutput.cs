namespace ZcBench.Cli.Tests.Documentation;

/// <summary>A block that shows what a command prints.</summary>
/// <param name="Page">The page, by its path in the repository.</param>
/// <param name="Line">Its first line there.</param>
/// <param name="Lines">What it shows.</param>
internal sealed record DocumentedOutput(string Page, int Line, IReadOnlyList<string> Lines);
