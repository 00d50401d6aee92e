using System.IO.Compression;
using Parquet;
using Parquet.Schema;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Files;

/// <summary>
/// A run's scores as an Apache Parquet file, compressed by Zstandard: a row for each architecture and proxy,
/// null where there is no value. The file's metadata says which zcbench made the run and how.
/// </summary>
internal static class ParquetFile
{
    private const string Prefix = "zcbench.";

    // A higher level takes ten times as long for a few percent of the bytes.
    private static readonly ParquetOptions Options = new()
    {
        CompressionMethod = CompressionMethod.Zstd,
        CompressionLevel = CompressionLevel.Fastest,
    };

    /// <summary>Writes it; the stream stays open. The same run gives the same bytes.</summary>
    public static void Write(ScoredRun run, Stream output) =>
        WriteAsync(run, output).GetAwaiter().GetResult();

    private static async Task WriteAsync(ScoredRun run, Stream output)
    {
        var table = new LongTable(run);
        var columns = table
            .Columns.Select(column =>
                (Field: new DataField(column.Name, column.Type, isNullable: true), column.Values)
            )
            .ToList();
        var schema = new ParquetSchema(columns.Select(column => column.Field));
        await using var writer = await ParquetWriter.CreateAsync(schema, output, Options);
        writer.CustomMetadata = Metadata(run);
        foreach (var rows in table.Chunks())
        {
            using var group = writer.CreateRowGroup();
            foreach (var (field, values) in columns)
            {
                await Write(group, field, values(rows));
            }
        }
    }

    private static Task Write(ParquetRowGroupWriter group, DataField field, Array values) =>
        values switch
        {
            string[] texts => group.WriteAsync(field, texts),
            long?[] numbers => group.WriteAsync<long>(field, numbers),
            double?[] numbers => group.WriteAsync<double>(field, numbers),
            _ => throw new ArgumentException($"no column of {values.GetType()}", nameof(values)),
        };

    private static Dictionary<string, string> Metadata(ScoredRun run)
    {
        var manifest = run.Manifest;
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Prefix + "version"] = manifest.Version,
            [Prefix + "engine"] = manifest.Engine,
            [Prefix + "protocol"] = Captions.Exact(manifest.Protocol),
            [Prefix + "target"] = manifest.Target.ToString(),
            [Prefix + "table"] = run.Table.Description.Id,
            [Prefix + "table_sha256"] = manifest.TableChecksum,
        };
        if (manifest.Training is { } recipe)
        {
            metadata.Add(Prefix + "training", recipe.ToString());
        }

        return metadata;
    }
}
