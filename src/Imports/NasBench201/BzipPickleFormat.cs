using ZcBench.Benchmarks;
using ZcBench.Imports.Pickles;
using ZcBench.Imports.Sources;

namespace ZcBench.Imports.NasBench201;

/// <summary>
/// NATS-Bench's files: pickles packed by bzip2. The folder NATS-tss-v1_0-3ffb9-simple holds one for each
/// architecture, and one that lists the texts of all; NATS-sss-v1_0-50262-simple is the same of the size
/// space.
/// </summary>
internal sealed class BzipPickleFormat : IFileFormat
{
    /// <inheritdoc/>
    public string Id => "nats-bench-bz2";

    /// <inheritdoc/>
    public string Title => "bzip2 pickle of NATS-Bench";

    /// <inheritdoc/>
    public Provenance Provenance => NasBench201Provenance.Of;

    /// <inheritdoc/>
    public IReadOnlyList<string> OtherSpaces => NasBench201Provenance.OtherSpaces;

    /// <inheritdoc/>
    public Provenance ProvenanceOf(ISearchSpace space) => BenchmarkPickle.Provenance(space.Id);

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("BZh"u8);

    /// <inheritdoc/>
    public string Read(Reading reading, Action<ImportedRow> add)
    {
        using var stream = reading.Open();
        using var unpacked = new UnpackedStream(
            new BzipStream(stream, reading.Path),
            reading.Path,
            UnpackedStream.Most(reading.File.Length)
        );
        PickleFormat.Whole(unpacked, $"{reading.Path} (unpacked)", reading, add);
        return stream.Finish();
    }
}
