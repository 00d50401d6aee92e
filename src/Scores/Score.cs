namespace ZcBench.Scores;

/// <summary>
/// The score of one architecture by one proxy: a finite number, or the reason why there is none. A failure is
/// a value of its own and never a sentinel number.
/// </summary>
public readonly record struct Score
{
    private Score(double value, string? reason)
    {
        Number = value;
        Reason = reason;
    }

    private double Number { get; }

    /// <summary>Why the score is undefined; null when it is defined.</summary>
    public string? Reason { get; }

    /// <summary>Whether there is a number.</summary>
    public bool IsDefined => Reason is null;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The score is undefined.</exception>
    public double Value => Reason is null
        ? Number
        : throw new InvalidOperationException($"the score is undefined: {Reason}");

    /// <summary>A defined score; a value that is not finite becomes an undefined one that says so.</summary>
    public static Score Of(double value) =>
        double.IsFinite(value) ? new(value, null) : Undefined($"the result is {Spell(value)}");

    /// <summary>An undefined score.</summary>
    /// <param name="reason">Why, as a clause: "two samples share an activation code".</param>
    public static Score Undefined(string reason) => new(0, reason);

    /// <inheritdoc/>
    public override string ToString() => Reason is null
        ? Number.ToString("R", System.Globalization.CultureInfo.InvariantCulture)
        : $"undefined ({Reason})";

    private static string Spell(double value) =>
        double.IsNaN(value) ? "not a number" : value > 0 ? "infinite" : "minus infinity";
}
