using System.Globalization;

namespace ZcBench.Statistics;

/// <summary>The value of a statistic, or the reason why it has none; never both and never NaN.</summary>
public readonly record struct Estimate
{
    private readonly string? _reason;

    private Estimate(double? value, string? reason)
    {
        Value = value;
        _reason = reason;
    }

    /// <summary>The finite value; null when undefined.</summary>
    public double? Value { get; }

    /// <summary>Half a sentence that says why there is no value; null when there is one.</summary>
    public string? Reason => Value is null ? _reason ?? "it was never computed" : null;

    /// <summary>A defined estimate.</summary>
    /// <exception cref="ArgumentException">The value is not finite.</exception>
    public static Estimate Of(double value) =>
        double.IsFinite(value)
            ? new Estimate(value, null)
            : throw new ArgumentException(
                $"an estimate is {value}; return Undefined with a reason instead",
                nameof(value)
            );

    /// <summary>An undefined estimate.</summary>
    public static Estimate Undefined(string reason) => new(null, reason);

    /// <inheritdoc/>
    public override string ToString() =>
        Value?.ToString("0.####", CultureInfo.InvariantCulture) ?? $"undefined: {Reason}";
}
