using ZcBench.Scores;

namespace ZcBench.Imports.Published;

/// <summary>A number that a file gives as a score.</summary>
internal static class PublishedScore
{
    // What NAS-Bench-Suite-Zero stores for networks that have no zen score.
    private const double Sentinel = -1e8;

    /// <summary>The score; undefined where the number is not finite or stands in for a failure.</summary>
    public static Score Of(double value) =>
        value == Sentinel ? Score.Undefined("the file holds the stand-in -1e8") : Score.Of(value);
}
