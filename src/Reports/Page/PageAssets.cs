using System.Text;
using System.Text.Json.Nodes;

namespace ZcBench.Reports.Page;

/// <summary>The hand-written parts of the page, and the drawing library where the build had it at hand.</summary>
internal static class PageAssets
{
    private const string Prefix = "page/";
    private const string Bundles = "library/";
    private static readonly string[] Order = ["vega", "vega-lite", "vega-embed"];

    public static string Text(string name) => Read(Prefix + name)
        ?? throw new InvalidOperationException($"resource {name} is missing from this build");

    /// <summary>All scripts, in the order of their names, which share one scope.</summary>
    public static string Script()
    {
        var text = new StringBuilder("(() => {\n\"use strict\";\n");
        foreach (var name in Names(Prefix).Where(name => name.EndsWith(".js", StringComparison.Ordinal)))
        {
            text.Append(Read(name));
        }

        return text.Append("})();\n").ToString();
    }

    /// <summary>Vega, Vega-Lite and Vega-Embed with their licences; null where the build lacked one of them.</summary>
    public static JsonArray? Library()
    {
        var parts = Order.Select(name => (Name: name, Code: Read($"{Bundles}{name}.js"), Licence: Read($"{Bundles}{name}.txt"))).ToList();
        return parts.Exists(part => part.Code is null) ? null : new([.. parts.Select(part => new JsonObject
        {
            ["name"] = part.Name, ["code"] = part.Code, ["licence"] = part.Licence ?? "",
        })]);
    }

    private static IEnumerable<string> Names(string prefix) => typeof(PageAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string? Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name);
        using var reader = stream is null ? null : new StreamReader(stream);
        return reader?.ReadToEnd();
    }
}
