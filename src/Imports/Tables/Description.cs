using System.Globalization;
using ZcBench.Benchmarks;

namespace ZcBench.Imports.Tables;

/// <summary>
/// The JSON beside a written table: what every table's description holds, and what it was made from.
/// </summary>
internal static class Description
{
    /// <summary>Its members by name; columns are added by the writer.</summary>
    public static Dictionary<string, object> Of(
        Provenance provenance,
        ImportRequest request,
        ImportedTable table,
        IReadOnlyList<(ImportedColumn Column, double[] Values)> columns,
        IReadOnlyList<string> leftOut,
        IReadOnlyList<ImportedSource> sources
    )
    {
        var space = SearchSpaces.Named(request.Space ?? provenance.Space);
        var description = new Dictionary<string, object>
        {
            ["id"] = Path.GetFileNameWithoutExtension(request.Output),
            ["title"] = string.Create(
                CultureInfo.InvariantCulture,
                $"{provenance.Title}, {table.Architectures.Count:N0} of {space.Count:N0} architectures"
            ),
            ["space"] = space.Id,
            ["epochs"] = provenance.Epochs == 0 ? space.TrainingEpochs : provenance.Epochs,
            ["seedAveraging"] = provenance.SeedAveraging,
            ["source"] = provenance.Source,
            ["licence"] = provenance.Licence,
            ["notes"] = provenance.Notes,
            ["splits"] = columns
                .Where(item => item.Column is { IsAccuracy: true, Trial: null })
                .Select(item => ColumnText.Name(item.Column))
                .ToList(),
            ["leftOut"] = leftOut,
            ["importedFrom"] = sources,
        };
        if (provenance.Kind is { } kind)
        {
            description["kind"] = kind;
        }

        return description;
    }
}
