using System.Collections.Immutable;

namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>
/// The benchmark's text of a macro network, "64-1234-basic" (a digit for each module), and NASLib's tuple of
/// six digits, zeros at the end, "(1, 2, 3, 4, 0, 0)".
/// </summary>
internal static class MacroText
{
    /// <summary>How every text ends.</summary>
    public const string End = "-basic";

    private const string Start = "64-";

    /// <summary>The benchmark's text.</summary>
    public static string Format(MacroNetwork network) =>
        $"{Start}{string.Concat(network.Modules.Select(module => (int)module))}{End}";

    /// <summary>NASLib's tuple.</summary>
    public static string FormatTuple(MacroNetwork network)
    {
        var digits = network.Modules.Select(module => (int)module);
        return DigitTuple.Format(
            digits.Concat(Enumerable.Repeat(0, MacroNetwork.MaxModules - network.Modules.Length))
        );
    }

    /// <summary>Reads either form.</summary>
    /// <exception cref="UserError">It is neither, or not of the benchmark.</exception>
    public static MacroNetwork Parse(string text)
    {
        var network = new MacroNetwork(Digits(text));
        return network.Fault is { } fault ? throw Refused(text, $"{fault}; correct the digits") : network;
    }

    private static ImmutableArray<Module> Digits(string text)
    {
        if (DigitTuple.IsOne(text))
        {
            var tuple = DigitTuple.Parse(text, MacroNetwork.MaxModules);
            var used = tuple is null ? 0 : Array.FindLastIndex(tuple, digit => digit != 0) + 1;
            return tuple is not null && tuple[..used].All(IsModule)
                ? Of(tuple[..used])
                : throw Refused(
                    text,
                    "a tuple has six digits from 1 to 4, or zeros at the end, as (1, 2, 3, 4, 0, 0)"
                );
        }

        if (
            !text.StartsWith(Start, StringComparison.Ordinal)
            || !text.EndsWith(End, StringComparison.Ordinal)
            || text.Length <= Start.Length + End.Length
        )
        {
            throw Refused(
                text,
                text.Contains('_', StringComparison.Ordinal)
                    ? "it is a text of the micro space; use --space transnasbench101-micro"
                    : $"a text starts with {Start} and ends with {End}, as 64-1234-basic"
            );
        }

        var digits = text[Start.Length..^End.Length].Select(digit => digit - '0').ToArray();
        return Array.TrueForAll(digits, IsModule)
            ? Of(digits)
            : throw Refused(text, "its modules are digits from 1 to 4, as in 64-1234-basic");
    }

    private static bool IsModule(int digit) => digit is >= (int)Module.Keep and <= (int)Module.DoubleAndHalve;

    private static ImmutableArray<Module> Of(IEnumerable<int> digits) =>
        [.. digits.Select(digit => (Module)digit)];

    private static UserError Refused(string text, string what) =>
        new($"'{text}' is not a TransNAS-Bench-101 macro architecture: {what}");
}
