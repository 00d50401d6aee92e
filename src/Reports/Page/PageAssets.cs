using System.Text;

namespace ZcBench.Reports.Page;

/// <summary>The hand-written parts of the pages.</summary>
internal static class PageAssets
{
    private const string Prefix = "page/";

    /// <summary>What all pages use.</summary>
    public const string Shared = "shared";

    /// <summary>The text of a part.</summary>
    public static string Text(string name) =>
        Read(Prefix + name)
        ?? throw new InvalidOperationException($"resource {name} is missing from this build");

    /// <summary>
    /// The scripts that all pages use and those of one page, each in the order of their names, in one scope.
    /// </summary>
    public static string Script(string page)
    {
        var text = new StringBuilder("(() => {\n\"use strict\";\n");
        foreach (var name in new[] { Shared, page }.SelectMany(folder => Names($"{Prefix}{folder}/")))
        {
            text.Append(Read(name));
        }

        return text.Append("})();\n").ToString();
    }

    /// <summary>A page with its places, comments in its text, filled in.</summary>
    public static string Filled(string page, params IEnumerable<(string Place, string Text)> parts)
    {
        var text = new StringBuilder(Text(page));
        foreach (var (place, part) in parts)
        {
            text.Replace($"<!--{place}-->", part);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Names(string prefix) =>
        typeof(PageAssets)
            .Assembly.GetManifestResourceNames()
            .Where(name =>
                name.StartsWith(prefix, StringComparison.Ordinal)
                && name.EndsWith(".js", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal);

    private static string? Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name);
        using var reader = stream is null ? null : new StreamReader(stream);
        return reader?.ReadToEnd();
    }
}
