namespace ZcBench.Reports.Tables;

/// <summary>A heading and what its cells are.</summary>
/// <param name="Heading">Text of the heading.</param>
/// <param name="IsNumber">Numbers stand at the right.</param>
/// <param name="Best">Which end is good.</param>
/// <param name="IsInterval">Whether a cell is the interval, "[low, high]", of the cell left of it.</param>
/// <param name="Group">
/// What neighbouring columns have in common, such as their dataset: LaTeX prints it once above them, other
/// formats before each heading. Empty for nothing.
/// </param>
public sealed record ReportColumn(
    string Heading,
    bool IsNumber = true,
    Best Best = Best.None,
    bool IsInterval = false,
    string Group = ""
)
{
    /// <summary>The heading with its group before it.</summary>
    public string Full => Group.Length == 0 ? Heading : $"{Group}: {Heading}";
}
