using SkiaSharp;
using ZcBench.Reports.Figures;

namespace ZcBench.Reports.Drawing;

/// <summary>
/// The font that travels with the program: the same letters on a machine that has no fonts.
/// </summary>
internal static class FigureFonts
{
    private static readonly Lazy<SKTypeface> RegularFace = new(() => Face("DejaVuSans.ttf"));
    private static readonly Lazy<SKTypeface> BoldFace = new(() => Face("DejaVuSans-Bold.ttf"));

    // Letters of both weights as CSS, for what draws SVG.
    private static readonly Lazy<string> Css = new(() =>
        Rule("DejaVuSans.woff2", "400") + Rule("DejaVuSans-Bold.woff2", "700")
    );

    /// <summary>@font-face rules with the letters of both weights in them.</summary>
    public static string StyleSheet => Css.Value;

    internal static SKTypeface Of(bool isBold) => (isBold ? BoldFace : RegularFace).Value;

    private static SKTypeface Face(string name)
    {
        using var data = SKData.CreateCopy(Bytes(name));
        return SKTypeface.FromData(data)
            ?? throw new InvalidOperationException($"resource {name} is no font");
    }

    private static string Rule(string name, string weight) =>
        $"@font-face{{font-family:\"{Theme.Font}\";font-weight:{weight};"
        + $"src:url(data:font/woff2;base64,{Convert.ToBase64String(Bytes(name))})}}\n";

    private static byte[] Bytes(string name)
    {
        using var stream =
            typeof(FigureFonts).Assembly.GetManifestResourceStream("fonts/" + name)
            ?? throw new InvalidOperationException($"resource {name} is missing from this build");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
