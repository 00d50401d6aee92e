using System.Globalization;
using System.Text;

namespace ZcBench.Imports.Pickles;

/// <summary>Texts of protocol 0, which are lines of ASCII.</summary>
internal static class PickleText
{
    /// <summary>The line of opcode STRING, a text in quotes; null where it is none or has escapes.</summary>
    public static string? Quoted(string line) =>
        line.Length >= 2 && line[0] is '\'' or '"' && line[^1] == line[0] && !line.Contains('\\')
            ? line[1..^1]
            : null;

    /// <summary>
    /// The line of opcode UNICODE, in which \u and \U stand for other characters; null where one is
    /// malformed.
    /// </summary>
    public static string? Unescaped(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var digits =
                line[i] != '\\' || i + 1 == line.Length
                    ? 0
                    : line[i + 1] switch
                    {
                        'u' => 4,
                        'U' => 8,
                        _ => 0,
                    };
            if (digits == 0)
            {
                text.Append(line[i]);
                continue;
            }

            if (
                i + 2 + digits > line.Length
                || !int.TryParse(
                    line.AsSpan(i + 2, digits),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code
                )
                || !Rune.IsValid(code)
            )
            {
                return null;
            }

            text.Append(new Rune(code));
            i += 1 + digits;
        }

        return text.ToString();
    }
}
