using ZcBench.Benchmarks;
using ZcBench.Imports.Pickles;
using ZcBench.Imports.TorchSave;

namespace ZcBench.Imports.NasBench201;

/// <summary>
/// Results of NAS-Bench-201 or TransNAS-Bench-101 as a bare pickle, for example an unpacked file of
/// NATS-Bench.
/// </summary>
internal sealed class PickleFormat : IFileFormat
{
    private const byte Protocol = 0x80;
    private const byte HighestProtocol = 5;

    /// <inheritdoc/>
    public string Id => "nasbench201-pickle";

    /// <inheritdoc/>
    public string Title => "pickle of NAS-Bench-201, NATS-Bench or TransNAS-Bench-101";

    /// <inheritdoc/>
    public Provenance Provenance => NasBench201Provenance.Of;

    /// <inheritdoc/>
    public IReadOnlyList<string> OtherSpaces => BenchmarkPickle.OtherSpaces;

    /// <inheritdoc/>
    public Provenance ProvenanceOf(ISearchSpace space) => BenchmarkPickle.Provenance(space.Id);

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        (head is [Protocol, <= HighestProtocol, ..] && !TorchLegacyFormat.IsBeginning(head))
        || head.StartsWith("(dp"u8)
        || head.StartsWith("}q"u8);

    /// <inheritdoc/>
    public string Read(Reading reading, Action<ImportedRow> add)
    {
        using var stream = reading.Open();
        Whole(stream, reading.Path, reading, add);
        return stream.Finish();
    }

    /// <summary>
    /// Reads a stream that holds one pickle and nothing after it; refusals count its bytes.
    /// </summary>
    public static void Whole(Stream stream, string name, Reading reading, Action<ImportedRow> add)
    {
        var source = new PickleSource(stream, name);
        BenchmarkPickle.Read(source, PickleLimits.For(reading.File.Length), reading.Request.Space, add);
        if (!source.AtEnd())
        {
            throw source.Fault("more follows after the end of the pickle");
        }
    }
}
