using System.Text.Json.Nodes;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Page;

/// <summary>Tables as the pages read them: texts, and which columns are numbers or share a group.</summary>
internal static class PackedTables
{
    public static JsonArray Of(IEnumerable<ReportTable> tables) =>
        new([
            .. tables.Select(table => new JsonObject
            {
                ["id"] = table.Id,
                ["caption"] = table.Text,
                ["columns"] = new JsonArray([.. table.Columns.Select(column => (JsonNode)column.Full)]),
                ["groups"] = table.Columns.Any(column => column.Group.Length > 0)
                    ? new JsonArray([.. table.Columns.Select(column => (JsonNode)column.Group)])
                    : null,
                ["numbers"] = new JsonArray([.. table.Columns.Select(column => (JsonNode)column.IsNumber)]),
                ["rows"] = new JsonArray([
                    .. table.Rows.Select(row => new JsonArray([.. row.Select(cell => (JsonNode)cell)])),
                ]),
            }),
        ]);
}
