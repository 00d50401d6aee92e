using System.Buffers;

namespace ZcBench.Benchmarks.SuiteZero;

/// <summary>Python writes NaN, Infinity and -Infinity into JSON, which the standard does not know.</summary>
internal static class PythonNumbers
{
    private static readonly SearchValues<byte> Starts = SearchValues.Create("\"NI"u8);

    /// <summary>The same JSON with these three as texts.</summary>
    public static ReadOnlyMemory<byte> AsStrings(ReadOnlySpan<byte> json)
    {
        var output = new ArrayBufferWriter<byte>(json.Length + 64);
        var rest = json;
        while (rest.IndexOfAny(Starts) is >= 0 and var start)
        {
            if (rest[start] == (byte)'"')
            {
                var end = EndOfText(rest, start);
                output.Write(rest[..end]);
                rest = rest[end..];
                continue;
            }

            var token = rest[start..] switch
            {
                [(byte)'N', (byte)'a', (byte)'N', ..] => 3,
                [
                    (byte)'I',
                    (byte)'n',
                    (byte)'f',
                    (byte)'i',
                    (byte)'n',
                    (byte)'i',
                    (byte)'t',
                    (byte)'y',
                    ..,
                ] => 8,
                _ => 0,
            };
            var from = start > 0 && rest[start - 1] == (byte)'-' && token > 0 ? start - 1 : start;
            var to = start + Math.Max(token, 1);
            output.Write(rest[..from]);
            output.Write(token > 0 ? "\""u8 : []);
            output.Write(rest[from..to]);
            output.Write(token > 0 ? "\""u8 : []);
            rest = rest[to..];
        }

        output.Write(rest);
        return output.WrittenMemory;
    }

    /// <summary>The number such a text stands for, or null.</summary>
    public static double? Parse(string text) =>
        text switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => null,
        };

    private static int EndOfText(ReadOnlySpan<byte> json, int start)
    {
        for (var i = start + 1; i < json.Length; i++)
        {
            if (json[i] == (byte)'\\')
            {
                i++;
            }
            else if (json[i] == (byte)'"')
            {
                return i + 1;
            }
        }

        return json.Length;
    }
}
