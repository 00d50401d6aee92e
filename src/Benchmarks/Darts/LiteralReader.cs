using System.Globalization;

namespace ZcBench.Benchmarks.Darts;

/// <summary>
/// Reads values as Python prints and JSON writes them: numbers, texts, lists, tuples, ranges, named values in
/// braces or after a class's name.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="faults">Says where a fault is.</param>
internal sealed class LiteralReader(string text, GenotypeFaults faults)
{
    private const string EndsEarly = "the text ends early";
    private const int Deepest = 8;
    private const int LongestRange = 16;
    private int _at;
    private int _depth;

    /// <summary>The value that is the whole text.</summary>
    public Literal Read()
    {
        var value = Value();
        return Peek() == '\0' && _at == text.Length
            ? value
            : throw faults.At(_at, $"the text should end, but '{text[_at]}' follows");
    }

    private Literal Value()
    {
        if (++_depth > Deepest)
        {
            throw faults.At(_at, "brackets are nested too deeply");
        }

        var first = Peek();
        var at = _at;
        var value = first switch
        {
            '(' or '[' => List(first == '(' ? ')' : ']'),
            '{' => Named(at, ':', '}'),
            '\'' or '"' => new Literal(at, Word: Quoted()),
            '-' or (>= '0' and <= '9') => new Literal(at, Number: Number()),
            _ when char.IsAsciiLetter(first) => Called(),
            '\0' => throw faults.At(at, EndsEarly),
            _ => throw faults.At(at, $"'{first}' was not expected"),
        };
        _depth--;
        return value;
    }

    private Literal List(char close)
    {
        var at = _at++;
        var items = new List<Literal>();
        while (Peek() != close)
        {
            items.Add(Value());
            Separator(close);
        }

        _at++;
        return new(at, Items: [.. items]);
    }

    // Genotype(normal=…), range(2, 6), or a bare word.
    private Literal Called()
    {
        var at = _at;
        var word = Word();
        if (Peek() != '(')
        {
            return new(at, Word: word);
        }

        if (word != "range")
        {
            return Named(at, '=', ')');
        }

        var bounds = List(')').Items!.Value;
        return
            bounds is [{ Number: { } from }, { Number: { } to }]
            && from >= 0
            && to >= from
            && to - from <= LongestRange
            ? new(at, Items: [.. Enumerable.Range(from, to - from).Select(number => new Literal(at, number))])
            : throw faults.At(at, "range takes two numbers, as in range(2, 6)");
    }

    private Literal Named(int at, char mark, char close)
    {
        _at++;
        var fields = new List<(string, Literal)>();
        while (Peek() != close)
        {
            var name = Peek() is '\'' or '"' ? Quoted() : Word();
            if (Peek() != mark)
            {
                throw faults.At(_at, $"'{mark}' was expected after '{name}'");
            }

            _at++;
            fields.Add((name, Value()));
            Separator(close);
        }

        _at++;
        return new(at, Fields: [.. fields]);
    }

    private void Separator(char close)
    {
        var next = Peek();
        if (next == ',')
        {
            _at++;
        }
        else if (next != close)
        {
            throw faults.At(
                _at,
                next == '\0' ? EndsEarly : $"',' or '{close}' was expected, and '{next}' stands there"
            );
        }
    }

    private string Quoted()
    {
        var end = text.IndexOf(text[_at], _at + 1);
        if (end < 0)
        {
            throw faults.At(_at, "a quote is not closed");
        }

        var word = text[(_at + 1)..end];
        _at = end + 1;
        return word;
    }

    private string Word()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_'))
        {
            _at++;
        }

        return _at > start ? text[start.._at] : throw faults.At(start, "a name was expected");
    }

    private int Number()
    {
        var start = _at++;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        return int.TryParse(
            text[start.._at],
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : throw faults.At(start, $"'{text[start.._at]}' is no number of this form");
    }

    // The next character that is not blank; '\0' at the end.
    private char Peek()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return _at < text.Length ? text[_at] : '\0';
    }
}
