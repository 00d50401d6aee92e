using System.Text;

namespace ZcBench.Reports.Page;

/// <summary>The hand-written parts of the page.</summary>
internal static class PageAssets
{
    private const string Prefix = "page/";

    public static string Text(string name) =>
        Read(Prefix + name)
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

    private static IEnumerable<string> Names(string prefix) =>
        typeof(PageAssets)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static string? Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name);
        using var reader = stream is null ? null : new StreamReader(stream);
        return reader?.ReadToEnd();
    }
}
