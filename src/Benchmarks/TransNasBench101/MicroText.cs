namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>
/// The benchmark's text of a micro network, "64-41414-1_02_333" (the operations into node 1, 2 and 3), and
/// NASLib's tuple of the same digits, "(1, 0, 2, 3, 3, 3)".
/// </summary>
internal static class MicroText
{
    private const string Start = "64-41414-";
    private const int Digits = 6;
    private static readonly int[] Groups = [1, 2, 3];

    /// <summary>The benchmark's text.</summary>
    public static string Format(MicroCell cell)
    {
        var digits = string.Concat(cell.Operations.Select(operation => (int)operation));
        return $"{Start}{digits[0]}_{digits[1..3]}_{digits[3..]}";
    }

    /// <summary>NASLib's tuple.</summary>
    public static string FormatTuple(MicroCell cell) =>
        DigitTuple.Format(cell.Operations.Select(operation => (int)operation));

    /// <summary>Reads either form.</summary>
    /// <exception cref="UserError">It is neither.</exception>
    public static MicroCell Parse(string text)
    {
        if (DigitTuple.IsOne(text))
        {
            return DigitTuple.Parse(text, Digits) is { } tuple && tuple.All(IsOperation)
                ? Of(tuple)
                : throw Refused(text, "a tuple has six digits from 0 to 3, as (1, 0, 2, 3, 3, 3)");
        }

        if (!text.StartsWith(Start, StringComparison.Ordinal))
        {
            throw Refused(
                text,
                text.EndsWith(MacroText.End, StringComparison.Ordinal)
                    ? "it is a text of the macro space; use --space transnasbench101-macro"
                    : $"a text starts with {Start}, as 64-41414-1_02_333"
            );
        }

        var groups = text[Start.Length..].Split('_');
        var digits = string.Concat(groups).Select(digit => digit - '0').ToArray();
        return
            groups.Select(group => group.Length).SequenceEqual(Groups)
            && Array.TrueForAll(digits, IsOperation)
            ? Of(digits)
            : throw Refused(
                text,
                $"after {Start} come one, two and three digits from 0 to 3, as 64-41414-1_02_333"
            );
    }

    private static bool IsOperation(int digit) => digit is >= 0 and <= (int)EdgeOperation.Conv3x3;

    private static MicroCell Of(IEnumerable<int> digits) =>
        new([.. digits.Select(digit => (EdgeOperation)digit)]);

    private static UserError Refused(string text, string what) =>
        new($"'{text}' is not a TransNAS-Bench-101 micro architecture: {what}");
}
