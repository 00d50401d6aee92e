using System.Text.Json.Nodes;
using ZcBench.Scores;

namespace ZcBench.Reports.Page;

/// <summary>What the pages say of a proxy.</summary>
internal static class ProxyCard
{
    public static JsonObject Of(ScoreColumn column)
    {
        var proxy = column.Proxy;
        return new()
        {
            ["id"] = proxy.Id,
            ["title"] = proxy.Title,
            ["formula"] = proxy.Formula,
            ["paper"] = proxy.Paper.ToString(),
            ["link"] = proxy.Paper.Link,
            ["reference"] = proxy.Reference,
            ["notes"] = proxy.Notes,
            ["cost"] = proxy.Cost,
            ["budget"] = column.Origin is { StatesBudget: false } ? null : (int)proxy.LabelBudget,
            ["lower"] = proxy.Direction == Direction.LowerIsBetter,
            ["version"] = proxy.Version,
            ["counting"] = column.IsCounting,
            ["aggregate"] = column.IsAggregate,
        };
    }
}
