using System.Text.Json.Nodes;

namespace ZcBench.Reports.Figures;

/// <summary>A figure: a Vega-Lite specification that carries its data, and what a reader must know of it.</summary>
/// <param name="Id">Name of its files, in snake_case.</param>
/// <param name="Title">One line.</param>
/// <param name="Caption">What is shown, over which architectures (n, population), against which target, measured how.</param>
/// <param name="Specification">Vega-Lite, version 6, complete with its data.</param>
/// <param name="Csv">The same data, one header line.</param>
public sealed record Figure(string Id, string Title, string Caption, JsonObject Specification, string Csv)
{
    /// <summary>Whether the page shows it; false where the page has something better.</summary>
    public bool IsOnPage { get; init; } = true;
}
