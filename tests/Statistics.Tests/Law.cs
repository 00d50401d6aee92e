using FsCheck;
using FsCheck.Fluent;

namespace ZcBench.Statistics.Tests;

/// <summary>Properties of statistics, tried on many samples with ties.</summary>
internal static class Law
{
    // Rounding of sums of a few thousand terms, and of accuracies near 100.
    private const double Tolerance = 1e-12;

    public static void Holds(Func<Sample, bool> law) => Holds(Samples.WithTies, law);

    public static void Holds(Arbitrary<Sample> samples, Func<Sample, bool> law) =>
        Prop.ForAll(samples, law).QuickCheckThrowOnFailure();

    /// <summary>The estimate is that number, or undefined where the number is NaN.</summary>
    public static bool Is(this Estimate estimate, double expected) =>
        estimate.Value is double value ? Math.Abs(value - expected) < Tolerance : double.IsNaN(expected);

    /// <summary>Both estimates are undefined, or both are equal up to rounding.</summary>
    public static bool Agrees(this Estimate estimate, Estimate other) =>
        estimate.Is(other.Value ?? double.NaN);

    /// <summary>The negative, undefined if undefined.</summary>
    public static double Negative(this Estimate estimate) => -(estimate.Value ?? double.NaN);

    /// <summary>The scores mapped one by one.</summary>
    public static Sample MapScores(this Sample sample, Func<double, double> map) =>
        sample.WithScores(Array.ConvertAll(sample.Scores.ToArray(), score => map(score)));

    /// <summary>Scores and accuracies exchanged, with finite scores.</summary>
    public static Sample Exchanged(this Sample sample) =>
        new(sample.Truth, Array.ConvertAll(sample.Scores.ToArray(), score => Math.Max(score, -1)));
}
