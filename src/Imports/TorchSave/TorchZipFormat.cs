using System.IO.Compression;
using ZcBench.Benchmarks;
using ZcBench.Imports.NasBench201;
using ZcBench.Imports.Pickles;
using ZcBench.Imports.Sources;

namespace ZcBench.Imports.TorchSave;

/// <summary>
/// Results of NAS-Bench-201 or TransNAS-Bench-101 as torch.save writes them since PyTorch 1.6: a zip archive
/// with the pickle in "…/data.pkl" and each tensor's storage in an entry of its own, which is not read.
/// </summary>
internal sealed class TorchZipFormat : IFileFormat
{
    private const string Pickle = "data.pkl";

    /// <inheritdoc/>
    public string Id => "nasbench201-pth";

    /// <inheritdoc/>
    public string Title => "torch.save file of NAS-Bench-201 or TransNAS-Bench-101";

    /// <inheritdoc/>
    public Provenance Provenance => NasBench201Provenance.Of;

    /// <inheritdoc/>
    public IReadOnlyList<string> OtherSpaces => BenchmarkPickle.OtherSpaces;

    /// <inheritdoc/>
    public Provenance ProvenanceOf(ISearchSpace space) => BenchmarkPickle.Provenance(space.Id);

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8);

    /// <inheritdoc/>
    public string Read(Reading reading, Action<ImportedRow> add)
    {
        string sha256;
        // A zip archive is read from its end, so its bytes are summed up before.
        using (var whole = reading.Open())
        {
            sha256 = whole.Finish();
        }

        try
        {
            using var zip = ZipFile.OpenRead(reading.Path);
            Entry(zip, reading, add);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            throw new UserError(
                $"{reading.Path} is not a complete zip archive ({fault.Message.TrimEnd('.')}); "
                    + $"{Damage.FetchAgain}",
                fault
            );
        }

        return sha256;
    }

    private static void Entry(ZipArchive zip, Reading reading, Action<ImportedRow> add)
    {
        if (zip.Entries.Where(entry => entry.Name == Pickle).ToList() is not [var entry])
        {
            throw new UserError(
                $"{reading.Path} is a zip archive without one '{Pickle}', so torch.save did not write it; "
                    + "check the file"
            );
        }

        using var summed = new CheckedStream(entry.Open());
        using var unpacked = new UnpackedStream(
            summed,
            reading.Path,
            UnpackedStream.Most(reading.File.Length)
        );
        PickleFormat.Whole(unpacked, $"{reading.Path}, {entry.FullName}", reading, add);
        if (summed.Crc32 != entry.Crc32)
        {
            throw new UserError(
                $"{reading.Path}: the CRC-32 of '{entry.FullName}' is {summed.Crc32:x8}, "
                    + $"expected {entry.Crc32:x8}; {Damage.FetchAgain}"
            );
        }
    }
}
