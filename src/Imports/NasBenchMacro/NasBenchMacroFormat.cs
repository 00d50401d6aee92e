using System.Text.Json;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.NasBenchMacro;
using ZcBench.Benchmarks.SuiteZero;

namespace ZcBench.Imports.NasBenchMacro;

/// <summary>
/// The benchmark's own JSON, {eight digits: {"test_acc": percents of three trainings, "params", "flops"}}.
/// Means and deviations beside them follow from these and are not read.
/// </summary>
internal sealed class NasBenchMacroFormat : IFileFormat
{
    private const string Accuracies = "test_acc";
    private const int MostBytes = 1 << 26;
    private const int LayerDigits = 8;
    private static readonly NasBenchMacroSpace Space = new();
    private static readonly (Quantity Quantity, string Name)[] Counts =
    [
        (Quantity.Parameters, "params"),
        (Quantity.Flops, "flops"),
    ];

    /// <inheritdoc/>
    public string Id => "nasbenchmacro-json";

    /// <inheritdoc/>
    public string Title => "JSON of NAS-Bench-Macro";

    /// <inheritdoc/>
    public Provenance Provenance { get; } =
        new(
            Space.Id,
            Space.Title,
            Space.TrainingEpochs,
            null,
            "mean of three trainings, of each the best of 50 epochs, "
                + "chosen by the same images that it is measured on",
            "Su et al., Prioritized Architecture Sampling with Monto-Carlo Tree Search, CVPR 2021",
            "Apache-2.0",
            ["Texts that stand for one network have the results of one training; tables count it once."]
        );

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var text = Utf8Mark.Without(head).TrimStart(" \t\r\n"u8);
        if (text is not [(byte)'{', ..])
        {
            return false;
        }

        var key = text[1..].TrimStart(" \t\r\n"u8);
        return key is [(byte)'"', ..]
            && key[1..].IndexOf((byte)'"') == LayerDigits
            && !key[1..(1 + LayerDigits)].ContainsAnyExceptInRange((byte)'0', (byte)'2');
    }

    /// <inheritdoc/>
    public string Read(Reading reading, Action<ImportedRow> add)
    {
        if (reading.File.Length > MostBytes)
        {
            throw new UserError($"{reading.Path} is larger than 64 MiB, too much for such a file; check it");
        }

        using var stream = reading.Open();
        using var content = new MemoryStream((int)reading.File.Length);
        stream.CopyTo(content);
        using var json = SuiteZeroLayout.Parse(content.ToArray(), reading.Path);
        foreach (var member in json.RootElement.EnumerateObject())
        {
            add(new(Parse(member.Name, reading.Path), null, [.. Values(member, reading.Path)]));
        }

        return stream.Finish();
    }

    private static Architecture Parse(string text, string path)
    {
        try
        {
            return Space.Parse(text);
        }
        catch (UserError fault)
        {
            throw new UserError($"{path}: {fault.Message}", fault);
        }
    }

    private static IEnumerable<(ImportedColumn Column, double Value)> Values(JsonProperty member, string path)
    {
        if (
            member.Value.ValueKind != JsonValueKind.Object
            || !member.Value.TryGetProperty(Accuracies, out var accuracies)
            || accuracies.ValueKind != JsonValueKind.Array
            || accuracies.GetArrayLength() == 0
        )
        {
            throw new UserError(
                $"{path}: {member.Name} has no list '{Accuracies}' of percents; fetch the file again"
            );
        }

        foreach (var (index, accuracy) in accuracies.EnumerateArray().Index())
        {
            yield return (
                new(Quantity.Test, ImageTask.Cifar10.Dataset, Space.TrainingEpochs, Trial(index)),
                Number(accuracy, Accuracies)
            );
        }

        foreach (var (quantity, name) in Counts)
        {
            if (member.Value.TryGetProperty(name, out var count))
            {
                yield return (new(quantity, ImageTask.Cifar10.Dataset), Number(count, name));
            }
        }

        double Number(JsonElement element, string what) =>
            element.ValueKind == JsonValueKind.Number
                ? element.GetDouble()
                : throw new UserError(
                    $"{path}: '{what}' of {member.Name} is {SuiteZeroLayout.Kind(element)}, "
                        + "where a number was expected; fetch the file again"
                );
    }

    private static string Trial(int index) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"run{index + 1}");
}
