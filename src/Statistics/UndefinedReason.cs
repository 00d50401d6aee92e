namespace ZcBench.Statistics;

/// <summary>Why a rank correlation has no value.</summary>
internal static class UndefinedReason
{
    public const string TooFew = "there are fewer than two architectures";

    /// <summary>
    /// The reason when one side does not vary, from any measure of variation that is 0 exactly then; else
    /// null.
    /// </summary>
    public static string? OfConstant(double scoreVariation, double truthVariation) =>
        (scoreVariation, truthVariation) switch
        {
            (0, 0) => "neither scores nor accuracies differ",
            (0, _) => "all scores are equal",
            (_, 0) => "all accuracies are equal",
            _ => null,
        };
}
