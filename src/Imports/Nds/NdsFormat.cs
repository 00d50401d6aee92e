using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.SuiteZero;

namespace ZcBench.Imports.Nds;

/// <summary>
/// The trainings of DARTS cells on CIFAR-10 of Network Design Spaces. Each has its own width and depth, and a
/// table has one: those of the most frequent are read.
/// </summary>
internal sealed class NdsFormat : IFileFormat
{
    private const int MostBytes = 1 << 30;
    private const string OfImageNet = "_in.";
    private static readonly string[] Parts = ["top", "mid"];

    /// <inheritdoc/>
    public string Id => "nds";

    /// <inheritdoc/>
    public string Title => "NDS JSON";

    /// <inheritdoc/>
    public Provenance Provenance { get; } =
        new(
            "darts",
            "NDS, DARTS",
            0,
            null,
            "one training",
            "Radosavovic et al., On Network Design Spaces for Visual Recognition, ICCV 2019",
            "MIT",
            [
                "These are accuracies on CIFAR-10's test images after the last epoch, in percent: "
                    + "100 minus the top-1 error that the file records.",
                "Parameters and flops are the file's own counts.",
            ],
            "trained"
        );

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head) => IsOne(head);

    /// <summary>
    /// Whether a file begins with a list of records, or with one of the two that NDS names.
    /// </summary>
    public static bool IsOne(ReadOnlySpan<byte> head) =>
        Utf8Mark.Without(head).TrimStart(" \t\r\n"u8) switch
        {
            [(byte)'[', ..] => true,
            [(byte)'{', .. var rest] => rest.TrimStart(" \t\r\n"u8) is var name
                && (name.StartsWith("\"top\""u8) || name.StartsWith("\"mid\""u8)),
            _ => false,
        };

    /// <inheritdoc/>
    public string Read(Reading reading, Action<ImportedRow> add)
    {
        Check(reading);
        using var stream = reading.Open();
        using var content = new MemoryStream((int)reading.File.Length);
        stream.CopyTo(content);
        using var json = Parse(content.ToArray(), reading.Path);
        var records = Records(json.RootElement, reading.Path)
            .Select((record, index) => NdsRecord.Of(record, index, reading.Path))
            .ToList();
        if (records.Count == 0)
        {
            throw new UserError($"{reading.Path} holds no records; fetch it again");
        }

        Rows(records, reading, add);
        return stream.Finish();
    }

    private static void Check(Reading reading)
    {
        if (reading.File.Length > MostBytes)
        {
            throw new UserError($"{reading.Path} is larger than 1 GiB, too much for such a file; check it");
        }

        if (reading.Request.Paths.Count > 1 || Directory.Exists(reading.Request.Paths[0]))
        {
            throw new UserError(
                $"{reading.Path}: networks of NDS's files differ in width and depth from file to file; "
                    + "import one file at a time"
            );
        }

        if (Path.GetFileName(reading.Path).Contains(OfImageNet, StringComparison.Ordinal))
        {
            throw new UserError(
                $"{reading.Path} is of networks for ImageNet by its name, which are not known here; "
                    + "give one of CIFAR-10, such as DARTS.json"
            );
        }
    }

    private static JsonDocument Parse(byte[] content, string path)
    {
        try
        {
            return JsonDocument.Parse(PythonNumbers.AsStrings(Utf8Mark.Without(content)));
        }
        catch (JsonException fault)
        {
            throw new UserError(
                $"{path} is not JSON: {fault.Message.Split(". Path", 2)[0]}; fetch it again",
                fault
            );
        }
    }

    private static IEnumerable<JsonElement> Records(JsonElement root, string path)
    {
        var lists =
            root.ValueKind == JsonValueKind.Array
                ? [root]
                : Parts
                    .Where(name => root.TryGetProperty(name, out _))
                    .Select(name => root.GetProperty(name))
                    .ToArray();
        return Array.TrueForAll(lists, list => list.ValueKind == JsonValueKind.Array)
            ? lists.SelectMany(list => list.EnumerateArray())
            : throw new UserError($"{path}: 'top' and 'mid' are no lists of records; fetch the file again");
    }

    private void Rows(List<NdsRecord> records, Reading reading, Action<ImportedRow> add)
    {
        var space = SearchSpaces.Named(Provenance.Space);
        var size = records
            .CountBy(record => record.Size)
            .OrderByDescending(group => group.Value)
            .ThenBy(group => group.Key.Channels)
            .ThenBy(group => group.Key.Cells)
            .First()
            .Key;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (others, diverged, twice, foreign) = (0, 0, 0, 0);
        foreach (var record in records)
        {
            if (record.Size != size)
            {
                others++;
            }
            else if (!double.IsFinite(record.Errors[^1]))
            {
                diverged++;
            }
            else if (Read(space, record.Genotype) is not { } architecture)
            {
                foreign++;
            }
            else if (!seen.Add(architecture.Text))
            {
                twice++;
            }
            else
            {
                add(new(architecture, null, [.. Values(record)]));
            }
        }

        if (seen.Count == 0)
        {
            throw new UserError(
                $"{reading.Path}: none of the {records.Count} records has cells of this space; check the file"
            );
        }

        reading.Note(
            $"Width {size.Channels}, depth {size.Cells}: "
                + $"score with --channels {size.Channels} --cells {size.Cells}."
        );
        LeaveOut(others, $"of another width and depth than {size.Channels} and {size.Cells}");
        LeaveOut(diverged, "without a last test error");
        LeaveOut(foreign, "with cells that are not of this space, such as with the operation none");
        LeaveOut(twice, "of cells that an earlier record has");

        void LeaveOut(int count, string what)
        {
            if (count > 0)
            {
                reading.LeaveOut($"{count} of {records.Count} records {what}");
            }
        }
    }

    private static Architecture? Read(ISearchSpace space, string genotype)
    {
        try
        {
            return space.Parse(genotype);
        }
        catch (UserError)
        {
            return null;
        }
    }

    private static IEnumerable<(ImportedColumn Column, double Value)> Values(NdsRecord record)
    {
        yield return (
            new(Quantity.Test, ImageTask.Cifar10.Dataset, record.Errors.Count),
            100 - record.Errors[^1]
        );
        if (record.Parameters is { } parameters)
        {
            yield return (new(Quantity.Parameters), parameters);
        }

        if (record.Flops is { } flops)
        {
            yield return (new(Quantity.Flops, ImageTask.Cifar10.Dataset), flops);
        }
    }
}
