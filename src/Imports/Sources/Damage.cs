using System.Globalization;
using ZcBench.Benchmarks;

namespace ZcBench.Imports.Sources;

/// <summary>Refusals of damaged or foreign files: where, what was found, what to do.</summary>
internal static class Damage
{
    /// <summary>What to do about a file that is not as its writer left it.</summary>
    public const string FetchAgain = "the file is damaged or cut off, fetch it again";

    /// <summary>A refusal at a place of a file.</summary>
    /// <param name="path">Path of the damaged file.</param>
    /// <param name="offset">Byte counted from 0.</param>
    /// <param name="found">What was found and what was expected.</param>
    /// <param name="remedy">What the user can do.</param>
    public static UserError At(string path, long offset, string found, string remedy = FetchAgain) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}, byte {offset}: {found}; {remedy}"));
}
