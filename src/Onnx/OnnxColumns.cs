using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Onnx;

/// <summary>Columns of a table of ONNX files: "path", relative to the table.</summary>
internal sealed class OnnxColumns : ITableColumns
{
    /// <summary>The one instance.</summary>
    public static OnnxColumns Instance { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<string>> Spellings { get; } =
    [
        ["path"],
    ];

    /// <inheritdoc/>
    public Architecture Read(IReadOnlyList<string> spelling, IReadOnlyList<string> fields) =>
        OnnxSpace.Instance.Parse(fields[0]);

    /// <summary>None beside those that any table may use.</summary>
    public AccuracyColumn? Accuracy(string column) => null;
}
