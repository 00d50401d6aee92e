using ZcBench.Benchmarks;

namespace ZcBench.Imports;

/// <summary>
/// A kind of official file. Adding one is one sealed class with a public constructor;
/// <see cref="FileFormats"/> finds it.
/// </summary>
internal interface IFileFormat
{
    /// <summary>Short name, unique.</summary>
    string Id { get; }

    /// <summary>What such a file is called.</summary>
    string Title { get; }

    /// <summary>What a table made from such files says about itself.</summary>
    Provenance Provenance { get; }

    /// <summary>What a table of one of the spaces that such files hold says about itself.</summary>
    Provenance ProvenanceOf(ISearchSpace space) => Provenance;

    /// <summary>
    /// Further spaces that such files may hold, which --space names.
    /// </summary>
    IReadOnlyList<string> OtherSpaces => [];

    /// <summary>
    /// Whether such files may hold any space, which --space names; else they are of the provenance's.
    /// </summary>
    bool AnySpace => false;

    /// <summary>Whether their columns have names of their own, which --map tells.</summary>
    bool OwnColumns => false;

    /// <summary>Whether a file that begins with these bytes, up to 4,096, is of this kind.</summary>
    bool Recognises(ReadOnlySpan<byte> head);

    /// <summary>
    /// Reads a whole file and hands on its rows one after the other. What is damaged, foreign or too large is
    /// refused with a <see cref="UserError"/> that names the path and the place.
    /// </summary>
    /// <returns>The SHA-256 of the file.</returns>
    string Read(Reading reading, Action<ImportedRow> add);
}
