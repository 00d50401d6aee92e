using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Imports.NasBench101;

/// <summary>
/// The columns of one training: made once for each epochs and repeat, and shared by all records.
/// </summary>
internal sealed class TrainingColumns
{
    private static readonly ImportedColumn Parameters = new(Quantity.Parameters);
    private readonly ImportedColumn _validation;
    private readonly ImportedColumn _test;
    private readonly ImportedColumn _seconds;
    private readonly ImportedColumn _halfway;

    /// <summary>Columns of the training with that number over so many epochs.</summary>
    public TrainingColumns(int epochs, int repeat)
    {
        var trial = string.Create(CultureInfo.InvariantCulture, $"repeat{repeat}");
        _validation = Column(Quantity.Validation);
        _test = Column(Quantity.Test);
        _seconds = Column(Quantity.TrainingSeconds);
        _halfway = Column(Quantity.HalfwaySeconds);

        ImportedColumn Column(Quantity quantity) =>
            new(quantity, ImageTask.Cifar10.Dataset, epochs, trial, AccuracyUnit.Fraction);
    }

    /// <summary>The numbers of a record in their columns.</summary>
    public IReadOnlyList<(ImportedColumn Column, double Value)> Values(ModelMetrics metrics) =>
        [
            (Parameters, metrics.Parameters),
            (_validation, metrics.Final.Validation),
            (_test, metrics.Final.Test),
            (_seconds, metrics.Final.TrainingSeconds),
            (_halfway, metrics.Halfway.TrainingSeconds),
        ];
}
