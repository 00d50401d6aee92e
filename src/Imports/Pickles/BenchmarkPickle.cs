using ZcBench.Benchmarks;
using ZcBench.Imports.NasBench201;
using ZcBench.Imports.TransNasBench101;

namespace ZcBench.Imports.Pickles;

/// <summary>
/// Results of a benchmark in a pickle: of NAS-Bench-201 unless the user names NATS-Bench's size space or one
/// of TransNAS-Bench-101.
/// </summary>
internal static class BenchmarkPickle
{
    /// <summary>Spaces beside NAS-Bench-201.</summary>
    public static IReadOnlyList<string> OtherSpaces { get; } =
    [.. NasBench201Provenance.OtherSpaces, .. TransNasProvenance.Spaces];

    /// <summary>What tables made from it say about themselves.</summary>
    /// <param name="space">The space that the user named, or null.</param>
    public static Provenance Provenance(string? space) =>
        IsTransNas(space) ? TransNasProvenance.Of(space!)
        : space == NasBench201Provenance.Size ? NasBench201Provenance.OfSize
        : NasBench201Provenance.Of;

    /// <summary>Reads one pickle.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="limits">How much it may ask for.</param>
    /// <param name="space">The space that the user named, or null.</param>
    /// <param name="add">Told each row.</param>
    public static void Read(PickleSource source, PickleLimits limits, string? space, Action<ImportedRow> add)
    {
        if (IsTransNas(space))
        {
            new TransNasPickle(source, limits, SearchSpaces.Named(space!), add).Read();
        }
        else
        {
            var own = SearchSpaces.Named(space ?? NasBench201Provenance.Of.Space);
            new NasBench201Pickle(source, limits, own, add).Read();
        }
    }

    private static bool IsTransNas(string? space) =>
        space is not null && TransNasProvenance.Spaces.Contains(space);
}
