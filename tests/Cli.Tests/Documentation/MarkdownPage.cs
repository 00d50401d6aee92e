using System.Text.RegularExpressions;

namespace ZcBench.Cli.Tests.Documentation;

/// <summary>A page: its commands, and the blocks that show what commands print.</summary>
internal sealed partial class MarkdownPage
{
    private const string Indent = "    ";
    private const string Fence = "```";
    private static readonly string[] Shells = ["sh", "bash", "console"];

    private readonly string _name;

    private MarkdownPage(string name, string text)
    {
        _name = name;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var commands = new List<DocumentedCommand>();
        var outputs = new List<DocumentedOutput>();
        for (var i = 0; i < lines.Length; )
        {
            var (start, fence) = (i, FenceOf(lines[i]));
            if (fence is not null)
            {
                i = Math.Max(i + 1, Array.FindIndex(lines, i + 1, line => FenceOf(line) is not null));
                var block = lines[(start + 1)..i++];
                if (Shells.Contains(fence))
                {
                    commands.AddRange(InCode(block, start + 2));
                }
                else if (fence.Length == 0)
                {
                    outputs.Add(new(name, start + 2, block));
                }
            }
            else
            {
                var isCode = IsIndented(lines[i]);
                while (
                    ++i < lines.Length
                    && lines[i].Trim().Length > 0
                    && IsIndented(lines[i]) == isCode
                    && FenceOf(lines[i]) is null
                ) { }

                commands.AddRange(
                    isCode ? InCode(lines[start..i], start + 1) : InText(lines[start..i], start + 1)
                );
            }
        }

        Commands = commands;
        Outputs = outputs;
    }

    /// <summary>The commands, in their order.</summary>
    public IReadOnlyList<DocumentedCommand> Commands { get; }

    /// <summary>Fenced blocks that name no language, in their order.</summary>
    public IReadOnlyList<DocumentedOutput> Outputs { get; }

    /// <summary>A page of the repository.</summary>
    public static MarkdownPage Read(string name) =>
        new(name, File.ReadAllText(Path.Combine(Repository.Root, name)));

    public static MarkdownPage Of(string name, string text) => new(name, text);

    private IEnumerable<DocumentedCommand> InCode(string[] lines, int first)
    {
        var text = string.Join('\n', lines);
        return Command().Matches(text).Select(match => At(text, match, first, isMention: false));
    }

    private IEnumerable<DocumentedCommand> InText(string[] lines, int first)
    {
        var text = string.Join('\n', lines);
        return CodeSpan()
            .Matches(text)
            .Select(span => (Span: span, Command: Mention().Match(span.Groups["code"].Value)))
            .Where(item => item.Command.Success)
            .Select(item =>
                At(item.Span.Groups["code"].Value, item.Command, LineOf(text, first, item.Span.Index), true)
            );
    }

    private DocumentedCommand At(string text, Match match, int first, bool isMention)
    {
        // Text may be broken anywhere; a command of several lines says that it goes on.
        var source = isMention ? text.Replace('\n', ' ') : text;
        var program = match.Groups["program"];
        var line = LineOf(text, first, program.Index);
        try
        {
            return new(_name, line, ShellWords.From(source, program.Index + program.Length), isMention);
        }
        catch (FormatException fault)
        {
            throw new FormatException($"{_name}:{line}: {fault.Message}", fault);
        }
    }

    private static int LineOf(string text, int first, int index) => first + text.AsSpan(0, index).Count('\n');

    private static bool IsIndented(string line) => line.StartsWith(Indent, StringComparison.Ordinal);

    // The language of a line that opens or closes a block; null for other lines.
    private static string? FenceOf(string line) =>
        line.TrimStart().StartsWith(Fence, StringComparison.Ordinal) ? line.Trim()[Fence.Length..] : null;

    // Where a shell looks for a program, and in a comment.
    [GeneratedRegex(
        @"(^|[;|&(#:]|\bdo\b)[ \t]*([A-Z_]+=\S+[ \t]+)*(?<program>\./bench|zcbench)(?=\s|$)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Command();

    [GeneratedRegex(
        @"^\s*([A-Z_]+=\S+\s+)*(?<program>\./bench|zcbench)(?=\s)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Mention();

    [GeneratedRegex(
        @"(?<!`)(?<ticks>`+)(?!`)(?<code>.+?)(?<!`)\k<ticks>(?!`)",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CodeSpan();
}
