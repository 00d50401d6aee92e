using System.Globalization;

namespace ZcBench.Benchmarks.Tables;

/// <summary>
/// Accuracies as users name them: "cifar100", "cifar10:val", "cifar10:test@12", "segmentsemantic:test:acc",
/// or as they are printed, "cifar10 test@200".
/// </summary>
internal static class TargetText
{
    /// <summary>
    /// The target of a table that a text names. What it leaves out is the table's usual split, the most
    /// epochs and the usual metric.
    /// </summary>
    /// <exception cref="UserError">The text is malformed, or the table lacks the accuracies.</exception>
    public static Target Find(BenchmarkTable table, string text)
    {
        var parts = text.Split([':', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 1 or > 3)
        {
            throw Malformed(text);
        }

        var dataset = parts[0];
        var (split, epochs) = parts.Length > 1 ? Split(parts[1], text) : (null, null);
        var known = table.Targets.FirstOrDefault(target =>
            string.Equals(target.Dataset, dataset, StringComparison.OrdinalIgnoreCase)
        );
        var found = table.Find(dataset, split ?? table.UsualSplit(known?.Dataset ?? dataset), epochs);
        return parts.Length < 3
            ? found
            : table.Targets.FirstOrDefault(target =>
                target with { Metric = null } == found with { Metric = null }
                && string.Equals(target.Measure.Name, parts[2], StringComparison.OrdinalIgnoreCase)
            )
                ?? throw new UserError(
                    $"table '{table.Description.Id}' has no {parts[2]} for {found}; "
                        + $"it has {string.Join(", ", table.Targets)}"
                );
    }

    private static (Split? Split, int? Epochs) Split(string part, string text)
    {
        var pieces = part.Split('@');
        Split split = pieces[0] switch
        {
            "test" => Tables.Split.Test,
            "val" => Tables.Split.Validation,
            _ => throw Malformed(text),
        };
        return pieces switch
        {
            [_] => (split, null),
            [_, var length]
                when int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var epochs) =>
                (split, epochs),
            _ => throw Malformed(text),
        };
    }

    private static UserError Malformed(string text) =>
        new(
            $"target '{text}' is malformed; write a dataset such as cifar100, cifar10:val or cifar10:test@12"
        );
}
