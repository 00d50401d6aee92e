namespace ZcBench.Scores;

/// <summary>
/// The score of one architecture by one proxy: a finite number, or the reason why there is none. A failure is
/// a value of its own and never a sentinel number. The default value was never computed, so it is undefined
/// too.
/// </summary>
public readonly record struct Score
{
    private const string NeverComputed = "it was never computed";

    // Null when undefined, so that default(Score) has no number.
    private readonly double? _number;
    private readonly string? _reason;

    private Score(double? number, string? reason)
    {
        _number = number;
        _reason = reason;
    }

    /// <summary>Why the score is undefined; null when it is defined.</summary>
    public string? Reason => IsDefined ? null : _reason ?? NeverComputed;

    /// <summary>Whether there is a number.</summary>
    public bool IsDefined => _number is not null;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The score is undefined.</exception>
    public double Value =>
        _number ?? throw new InvalidOperationException($"the score is undefined: {Reason}");

    /// <summary>A defined score; a value that is not finite becomes an undefined one that says so.</summary>
    public static Score Of(double value) =>
        double.IsFinite(value) ? new(value, null) : Undefined($"the result is {Spell(value)}");

    /// <summary>An undefined score.</summary>
    /// <param name="reason">Why, as a clause: "two samples share an activation code".</param>
    public static Score Undefined(string reason) => new(null, reason);

    /// <inheritdoc/>
    public override string ToString() =>
        _number is { } number
            ? number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)
            : $"undefined ({Reason})";

    private static string Spell(double value) =>
        double.IsNaN(value) ? "not a number"
        : value > 0 ? "infinite"
        : "minus infinity";
}
