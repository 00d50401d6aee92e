using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ICSharpCode.SharpZipLib.BZip2;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.NasBench101;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Fuzzing;

namespace ZcBench.Imports.Tests;

/// <summary>
/// Thousands of damaged files: each is imported or refused by a sentence, soon, and what is refused leaves
/// nothing.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private const int EachFormat = 1_250;

    // Archives of the same pickles take ten times as long.
    private const int EachArchive = 300;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("tfrecord")]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("pickle 0")]
    [InlineData("pickle 2")]
    [InlineData("pickle 4")]
    [InlineData("pickle 5")]
    [InlineData("pickle bz2")]
    [InlineData("torch")]
    [InlineData("torch-legacy")]
    public void Damaged_files_never_crash_hang_or_leave_a_table(string format) =>
        Fuzz.Read(
            format,
            IsArchive(format) ? EachArchive : EachFormat,
            [Original(format)],
            Reader,
            Damage(format)
        );

    private static bool IsArchive(string format) => format is "torch" or "pickle bz2";

    private static Fuzz.Reader Reader(string folder)
    {
        var table = Path.Combine(folder, "table.csv");
        var path = Path.Combine(folder, "fuzzed");
        return content =>
        {
            File.WriteAllBytes(path, content);
            try
            {
                Importer.Run(
                    new([path], table, null, new Dictionary<string, string>(StringComparer.Ordinal)),
                    null,
                    TestContext.Current.CancellationToken
                );
                File.Delete(table);
                File.Delete(Path.ChangeExtension(table, ".json"));
            }
            finally
            {
                Assert.False(
                    Directory.EnumerateFiles(folder, "table.*").Any(),
                    "a part of a table is left behind"
                );
            }
        };
    }

    // What is packed under sums is damaged inside in every second file: under wrong sums nobody looks there.
    private static Func<byte[], CounterRandom, byte[]>? Damage(string format) =>
        format switch
        {
            "tfrecord" => Inside(Payload, (_, payload) => Framed(payload)),
            "pickle bz2" => Inside(Unpacked, (_, pickle) => Packed(pickle)),
            "torch" => Inside(FirstPickle, WithFirstPickle),
            _ => null,
        };

    private static Func<byte[], CounterRandom, byte[]> Inside(
        Func<byte[], byte[]> unpack,
        Func<byte[], byte[], byte[]> pack
    ) =>
        (original, random) =>
            random.Below(99, 2) == 0
                ? Mutation.Of(original, random)
                : pack(original, Mutation.Of(unpack(original), random));

    private static byte[] Payload(byte[] records) =>
        records[12..(12 + (int)BinaryPrimitives.ReadUInt64LittleEndian(records))];

    private static byte[] Framed(byte[] payload) => TfRecordWriter.Framed(Encoding.Latin1.GetString(payload));

    private static byte[] Unpacked(byte[] packed)
    {
        using var content = new MemoryStream();
        BZip2.Decompress(new MemoryStream(packed), content, isStreamOwner: false);
        return content.ToArray();
    }

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        BZip2.Compress(new MemoryStream(content), packed, isStreamOwner: false, level: 1);
        return packed.ToArray();
    }

    private static byte[] FirstPickle(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        using var content = new MemoryStream();
        using var stream = zip.Entries.First(IsPickle).Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] WithFirstPickle(byte[] archive, byte[] pickle)
    {
        using var content = new MemoryStream();
        content.Write(archive);
        using (var zip = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.First(IsPickle);
            var name = entry.FullName;
            entry.Delete();
            using var stream = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
            stream.Write(pickle);
        }

        return content.ToArray();
    }

    private static bool IsPickle(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith("/data.pkl", StringComparison.Ordinal);

    private byte[] Original(string format) =>
        format switch
        {
            "tfrecord" => Records(),
            "json" => Encoding.UTF8.GetBytes(
                "{\"cifar10\": {\"(4, 0, 3, 1, 4, 3)\": {\"nwot\": {\"score\": 1.5, \"time\": NaN}, "
                    + "\"val_accuracy\": 84.25}}}"
            ),
            "csv" => Encoding.UTF8.GetBytes(
                "index,architecture,cifar10_test200,cifar10_train12_seconds\n"
                    + $"0,{Made.Text(0)},10.5,86.5\n1,{Made.Text(7)},90.25,\n"
            ),
            ['p', .., ' ', _] or "pickle bz2" => Written("small", format["pickle ".Length..]),
            _ => Written("pth-small", format),
        };

    private static byte[] Records()
    {
        var cell = CellText.Parse("c3:0/out:0+1");
        var space = new NasBench101Space();
        var parameters = (int)space.Parameters(space.Of(cell), ImageTask.Cifar10);
        return
        [
            .. TfRecordWriter.Record(cell, 108, parameters, 0.9, 0.8, 100),
            .. TfRecordWriter.Record(cell, 4, parameters, 0.5, 0.4, 10),
        ];
    }

    private byte[] Written(string kind, string how) =>
        File.ReadAllBytes(Python.Make(kind, _folder["original"], how));
}
