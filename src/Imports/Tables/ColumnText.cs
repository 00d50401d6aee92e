using System.Globalization;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Imports.Tables;

/// <summary>Names of columns as tables spell them, and what they mean in words.</summary>
internal static class ColumnText
{
    /// <summary>The name, for example "cifar10_test200_seed777".</summary>
    public static string Name(ImportedColumn column)
    {
        var dataset = column.Dataset.Length == 0 ? "" : "_" + column.Dataset;
        var trial = column.Trial is null ? "" : "_" + column.Trial;
        var metric = column.Metric is null ? "" : "_" + column.Metric;
        var unit = column.Unit == AccuracyUnit.Fraction ? "_fraction" : "";
        return column.Quantity switch
        {
            Quantity.Parameters => $"params{dataset}",
            Quantity.Flops => $"flops{dataset}",
            Quantity.TrainingSeconds => string.Create(
                CultureInfo.InvariantCulture,
                $"{column.Dataset}_train{column.Epochs}{trial}_seconds"
            ),
            Quantity.HalfwaySeconds => string.Create(
                CultureInfo.InvariantCulture,
                $"{column.Dataset}_train{column.Epochs}{trial}_halfway_seconds"
            ),
            Quantity.Validation => Accuracy("val"),
            Quantity.Test => Accuracy("test"),
            _ => Accuracy("valtest"),
        };

        string Accuracy(string split) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{column.Dataset}_{split}{column.Epochs}{metric}{trial}{unit}"
            );
    }

    /// <summary>What it holds, for the description.</summary>
    public static string Meaning(ImportedColumn column)
    {
        var what = column.Quantity switch
        {
            Quantity.Parameters => "trainable parameters of the network",
            Quantity.Flops => "multiply-accumulates of one image",
            Quantity.Validation => $"{column.Target.Measure.Title} on the validation images",
            Quantity.Test => $"{column.Target.Measure.Title} on the test images",
            Quantity.ValidationAndTest => "accuracy on validation and test images together; not read",
            Quantity.TrainingSeconds => "seconds of training, without evaluation",
            _ => "seconds of the first half of the training, without evaluation",
        };
        var where = column.Dataset.Length == 0 ? "" : $", {column.Dataset}";
        if (column.IsCount)
        {
            return what + where;
        }

        var unit =
            !column.IsAccuracy ? ""
            : column.Unit == AccuracyUnit.Fraction ? ", 0 to 1"
            : column.Target.Measure.IsPercent ? ", percent"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{what}{where}, trained for {column.Epochs} "
                + $"epochs{unit}{(column.Trial is null ? "" : $", {column.Trial} alone")}"
        );
    }
}
