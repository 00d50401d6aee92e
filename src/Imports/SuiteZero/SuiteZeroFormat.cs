using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.SuiteZero;

namespace ZcBench.Imports.SuiteZero;

/// <summary>
/// The validation accuracies of NAS-Bench-Suite-Zero's JSON files; its scores are for 'zcbench stats --with'.
/// Such a file is read as a whole: it takes some three times its length in memory.
/// </summary>
internal sealed class SuiteZeroFormat : IFileFormat
{
    // The space of NAS-Bench-301.
    private const string Darts = "darts";
    private const string Accuracy = "val_accuracy";
    private const int MostBytes = 1 << 29;

    /// <inheritdoc/>
    public string Id => "nbsuite-zero";

    /// <inheritdoc/>
    public string Title => "NAS-Bench-Suite-Zero JSON";

    /// <inheritdoc/>
    public Provenance Provenance { get; } =
        new(
            "nasbench201",
            "NAS-Bench-Suite-Zero",
            0,
            null,
            "one training, chosen by NASLib",
            "Krishnakumar et al., NAS-Bench-Suite-Zero, NeurIPS 2022 Datasets and Benchmarks",
            "Apache-2.0",
            [
                "These are validation accuracies after the benchmark's full training, "
                    + "in percent or in the unit of the task's metric; the files hold no test accuracies.",
                "What such files call cifar10 is cifar10-valid here: "
                    + "networks trained on one half of CIFAR-10's training images.",
            ]
        );

    /// <summary>
    /// Of NAS-Bench-301, where no network was trained for the numbers: a surrogate model predicted them.
    /// </summary>
    public Provenance ProvenanceOf(ISearchSpace space) =>
        space.Id == Darts
            ? Provenance with
            {
                Space = Darts,
                Title = "NAS-Bench-Suite-Zero, NAS-Bench-301",
                SeedAveraging = "none: predicted by a surrogate",
                Source =
                    Provenance.Source + "; surrogate of Zela et al., Surrogate NAS Benchmarks, ICLR 2022",
                Notes =
                [
                    "These are validation accuracies on CIFAR-10 in percent that NAS-Bench-301's surrogate "
                        + "model predicted; no network was trained for them.",
                    "The surrogate was fitted to networks of 32 channels and 8 cells.",
                ],
                Kind = "surrogate",
            }
            : Provenance;

    /// <inheritdoc/>
    public bool AnySpace => true;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) =>
        !Nds.NdsFormat.IsOne(head) && Utf8Mark.Without(head).TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    /// <inheritdoc/>
    public string Read(Reading reading, Action<ImportedRow> add)
    {
        if (reading.File.Length > MostBytes)
        {
            throw new UserError($"{reading.Path} is larger than 512 MiB, too much for such a file; check it");
        }

        using var stream = reading.Open();
        using var content = new MemoryStream((int)reading.File.Length);
        stream.CopyTo(content);
        using var json = SuiteZeroLayout.Parse(content.ToArray(), reading.Path);
        Rows(json, reading, add);
        return stream.Finish();
    }

    private void Rows(JsonDocument json, Reading reading, Action<ImportedRow> add)
    {
        var space = SearchSpaces.Named(reading.Request.Space ?? Provenance.Space);
        var count = 0;
        var datasets = SuiteZeroLayout.Datasets(json);
        SuiteZeroDatasets.RequireSpace(datasets, space, reading.Path);
        foreach (var dataset in datasets)
        {
            if (SuiteZeroDatasets.OfAccuracies(dataset, space, reading.Path) is not { } known)
            {
                reading.LeaveOut($"{dataset} (not a dataset of {space.Title}'s own benchmark)");
                continue;
            }

            var column = new ImportedColumn(
                Quantity.Validation,
                known,
                ImageTask.All[known].TrainingEpochs ?? space.TrainingEpochs,
                Metric: SuiteZeroDatasets.MetricOf(known)
            );
            foreach (
                var (key, architecture, member) in SuiteZeroLayout.Members(json, dataset, reading.Path, space)
            )
            {
                if (member.TryGetProperty(Accuracy, out var accuracy))
                {
                    add(new(architecture, null, [(column, Percent(accuracy, key, reading.Path))]));
                    count++;
                }
            }
        }

        if (count == 0)
        {
            throw new UserError(
                $"{reading.Path} holds scores but no '{Accuracy}'; "
                    + $"compare with them by 'zcbench stats --with {reading.Path}'"
            );
        }
    }

    private static double Percent(JsonElement accuracy, string key, string path) =>
        accuracy.ValueKind switch
        {
            JsonValueKind.Number => accuracy.GetDouble(),
            JsonValueKind.String when PythonNumbers.Parse(accuracy.GetString()!) is not null =>
                throw new UserError(
                    $"{path}: the {Accuracy} of {key} is {accuracy.GetString()}, "
                        + "where a number of percent was expected; "
                        + "remove the architecture or fetch the file again"
                ),
            _ => throw SuiteZeroLayout.Fault(
                path,
                $"'{Accuracy}' of {key} is {SuiteZeroLayout.Kind(accuracy)}"
            ),
        };
}
