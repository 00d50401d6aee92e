using ZcBench.Benchmarks;
using ZcBench.Benchmarks.NasBench101;
using ZcBench.Imports.Sources;

namespace ZcBench.Imports.NasBench101;

/// <summary>
/// NAS-Bench-101's TFRecord files, nasbench_only108 and nasbench_full (Ying et al., ICML 2019). Trainings of
/// one cell may stand anywhere in the file. The hash, adjacency and parameters of each record are checked
/// against each other.
/// </summary>
internal sealed class NasBench101Format : IFileFormat
{
    private static readonly NasBench101Space Space = new();

    /// <inheritdoc/>
    public string Id => "nasbench101-tfrecord";

    /// <inheritdoc/>
    public string Title => "TFRecord of NAS-Bench-101";

    /// <inheritdoc/>
    public Provenance Provenance { get; } =
        new(
            Space.Id,
            Space.Title,
            Space.TrainingEpochs,
            "hash",
            "mean over the benchmark's repeats (three in the official files)",
            "Ying et al., NAS-Bench-101, ICML 2019",
            "Apache-2.0",
            [
                "All networks were trained on 40,000 of CIFAR-10's training images; "
                    + "validation is on the other 10,000, test on the 10,000 test images.",
                "Accuracies are those at the end of a training over so many epochs, as the file has them: "
                    + "fractions of 1.",
                "The repeats are numbered in the order of the file; the benchmark does not name seeds.",
            ]
        );

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        TfRecords.IsHeader(head)
        || (head.Length > TfRecords.HeaderBytes && CellRecord.IsBeginning(head[TfRecords.HeaderBytes..]));

    /// <inheritdoc/>
    public string Read(Reading reading, Action<ImportedRow> add)
    {
        using var stream = reading.Open();
        var records = new TfRecords(stream, reading.Path);
        var checks = new HashChecks();
        var cells = new Dictionary<string, KnownCell>(StringComparer.Ordinal);
        var columns = new Dictionary<(int Epochs, int Repeat), TrainingColumns>();
        while (records.TryRead(out var payload))
        {
            try
            {
                var record = CellRecord.Parse(payload.Span);
                var graph = CellRecords.Parse(record.Adjacency, record.Operations);
                var code = CellRecords.Code(graph);
                if (!cells.TryGetValue(record.Hash, out var cell))
                {
                    checks.Add(graph, record.Hash, records.RecordOffset);
                    cells.Add(record.Hash, cell = Known(graph, code));
                }
                else if (code != cell.Graph)
                {
                    checks.Add(graph, record.Hash, records.RecordOffset);
                }

                add(Row(record, cell, columns));
            }
            catch (InvalidDataException fault)
            {
                throw Refused(records.RecordOffset, fault.Message);
            }
        }

        checks.FinishAll();
        return checks.Fault is { } wrong
            ? throw Refused(wrong.Offset, $"the hash is {wrong.Hash}, but the cell's is {wrong.Own}")
            : stream.Finish();

        UserError Refused(long offset, string found) =>
            Damage.At(
                reading.Path,
                offset,
                $"this record is none of NAS-Bench-101: {found}",
                "check that it is nasbench_only108.tfrecord or nasbench_full.tfrecord, and fetch it again"
            );
    }

    private static ImportedRow Row(
        CellRecord record,
        KnownCell cell,
        Dictionary<(int Epochs, int Repeat), TrainingColumns> columns
    )
    {
        if (record.Metrics.Parameters != cell.Parameters)
        {
            throw new InvalidDataException(
                $"{record.Metrics.Parameters} parameters, where cell {record.Hash} has {cell.Parameters}"
            );
        }

        var repeat = cell.NextRepeat(record.Epochs);
        if (!columns.TryGetValue((record.Epochs, repeat), out var training))
        {
            columns.Add((record.Epochs, repeat), training = new(record.Epochs, repeat));
        }

        return new(cell.Architecture, record.Hash, training.Values(record.Metrics));
    }

    private static KnownCell Known(Cell cell, ulong code)
    {
        try
        {
            var architecture = Space.Of(cell);
            return new(architecture, Space.Parameters(architecture, ImageTask.Cifar10), code);
        }
        catch (UserError fault)
        {
            throw new InvalidDataException(fault.Message, fault);
        }
    }
}
