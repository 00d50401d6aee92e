using System.Numerics;
using ZcBench.Benchmarks;
using ZcBench.Imports.NasBench201;
using ZcBench.Imports.Pickles;

namespace ZcBench.Imports.TorchSave;

/// <summary>
/// Results of NAS-Bench-201 or TransNAS-Bench-101 as torch.save wrote them up to PyTorch 1.5: pickles of the
/// magic number, of the protocol version 1001, of facts of the machine, of the object and of the keys of the
/// tensors' storages, then the storages, which are not read. NAS-Bench-201-v1_1-096897.pth is such a file.
/// </summary>
internal sealed class TorchLegacyFormat : IFileFormat
{
    private const long ProtocolVersion = 1001;
    private static readonly BigInteger Magic = BigInteger.Parse(
        "01950a86a20f9469cfc6c",
        System.Globalization.NumberStyles.AllowHexSpecifier,
        null
    );
    private static readonly byte[] Beginning =
    [
        0x80,
        0x02,
        0x8a,
        0x0a,
        0x6c,
        0xfc,
        0x9c,
        0x46,
        0xf9,
        0x20,
        0x6a,
        0xa8,
        0x50,
        0x19,
        0x2e,
    ];

    /// <inheritdoc/>
    public string Id => "nasbench201-pth-legacy";

    /// <inheritdoc/>
    public string Title => "torch.save file of NAS-Bench-201 or TransNAS-Bench-101 (before PyTorch 1.6)";

    /// <inheritdoc/>
    public Provenance Provenance => NasBench201Provenance.Of;

    /// <inheritdoc/>
    public IReadOnlyList<string> OtherSpaces => BenchmarkPickle.OtherSpaces;

    /// <inheritdoc/>
    public Provenance ProvenanceOf(ISearchSpace space) => BenchmarkPickle.Provenance(space.Id);

    /// <summary>Whether a file begins with the pickle of the magic number.</summary>
    public static bool IsBeginning(ReadOnlySpan<byte> head) => head.StartsWith(Beginning);

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => IsBeginning(head);

    /// <inheritdoc/>
    public string Read(Reading reading, Action<ImportedRow> add)
    {
        using var stream = reading.Open();
        var source = new PickleSource(stream, reading.Path);
        var limits = PickleLimits.For(reading.File.Length);
        Expect(
            source,
            new Pickle(source, limits).Read() is BigInteger magic && magic == Magic,
            "the magic number of torch.save"
        );
        Expect(
            source,
            new Pickle(source, limits).Read() is ProtocolVersion,
            "protocol version 1001 of torch.save"
        );
        Expect(
            source,
            new Pickle(source, limits).Read() is PickleDict facts && facts["little_endian"] is true,
            "facts of a little-endian machine"
        );
        BenchmarkPickle.Read(source, limits, reading.Request.Space, add);
        var keys = new Pickle(source, limits).Read() as List<object?>;
        Expect(source, keys is not null, "the keys of the storages");
        if (keys!.Count == 0 && !source.AtEnd())
        {
            throw source.Fault("more follows after the end of the file's last pickle");
        }

        return stream.Finish();
    }

    private static void Expect(PickleSource source, bool condition, string what)
    {
        if (!condition)
        {
            throw source.Fault($"{what} should have ended here");
        }
    }
}
