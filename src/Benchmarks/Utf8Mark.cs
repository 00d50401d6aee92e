namespace ZcBench.Benchmarks;

/// <summary>The byte order mark that some programs put before UTF-8 text.</summary>
internal static class Utf8Mark
{
    private static ReadOnlySpan<byte> Mark => [0xef, 0xbb, 0xbf];

    /// <summary>The text after the mark, or the whole text where there is none.</summary>
    public static ReadOnlySpan<byte> Without(ReadOnlySpan<byte> text) =>
        text.StartsWith(Mark) ? text[Mark.Length..] : text;
}
