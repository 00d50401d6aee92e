using System.Text;
using System.Text.RegularExpressions;

namespace ZcBench.Cli.Tests.Documentation;

/// <summary>
/// The words of one command, as a shell reads them: quotes, backslashes, lines that go on. It ends with the
/// line, with a comment, and where another command or a redirection begins. Variables stay as they are, and
/// so does a name in angle brackets, which stands for what the reader has.
/// </summary>
internal sealed partial class ShellWords
{
    private const string Ends = "\n|;&<>)";
    private readonly string _text;
    private readonly List<string> _words = [];
    private int _at;

    private ShellWords(string text, int start) => (_text, _at) = (text, start);

    /// <summary>The words from a place on.</summary>
    /// <exception cref="FormatException">A quote is not closed.</exception>
    public static IReadOnlyList<string> From(string text, int start = 0)
    {
        var words = new ShellWords(text, start);
        while (words.Next()) { }

        return words._words;
    }

    private bool Next()
    {
        while (_at < _text.Length && (_text[_at] is ' ' or '\t' || GoesOn()))
        {
            _at += GoesOn() ? 2 : 1;
        }

        if (_at == _text.Length || _text[_at] == '#' || (IsEnd() && !IsPlaceholder()))
        {
            return false;
        }

        _words.Add(Word());
        return true;
    }

    private string Word()
    {
        var word = new StringBuilder();
        while (_at < _text.Length && _text[_at] is not (' ' or '\t') && !GoesOn())
        {
            if (IsPlaceholder())
            {
                var name = Placeholder().Match(_text, _at).Value;
                word.Append(name);
                _at += name.Length;
                continue;
            }

            if (IsEnd())
            {
                break;
            }

            var letter = _text[_at++];
            if (letter is '\'' or '"')
            {
                word.Append(Quoted(letter));
            }
            else
            {
                word.Append(letter == '\\' && _at < _text.Length ? _text[_at++] : letter);
            }
        }

        return word.ToString();
    }

    private string Quoted(char quote)
    {
        var end = _text.IndexOf(quote, _at);
        if (end < 0)
        {
            throw new FormatException($"a quote is not closed: {_text[_at..].Split('\n')[0]}");
        }

        var text = _text[_at..end];
        _at = end + 1;
        return text;
    }

    private bool GoesOn() => _text.AsSpan(_at).StartsWith("\\\n");

    private bool IsEnd() => Ends.Contains(_text[_at], StringComparison.Ordinal);

    private bool IsPlaceholder() => _text[_at] == '<' && Placeholder().Match(_text, _at) is { Success: true };

    [GeneratedRegex(@"\G<[^<>\n]+>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
