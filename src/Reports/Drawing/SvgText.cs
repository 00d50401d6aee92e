using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ZcBench.Reports.Figures;

namespace ZcBench.Reports.Drawing;

/// <summary>Turns what Skia writes into an SVG that is searched, read aloud and embedded well.</summary>
internal static partial class SvgText
{
    private static readonly HashSet<string> Lengths = new(
        ["d", "x", "y", "width", "height", "cx", "cy", "rx", "ry", "transform"],
        StringComparer.Ordinal
    );

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // Skia writes colours as short as they can be.
    private static readonly Dictionary<string, string> Variables = new(StringComparer.OrdinalIgnoreCase)
    {
        [Short(Theme.Ink)] = "ink",
        ["white"] = "paper",
        [Short(Theme.Grid)] = "faint",
        [Short(Theme.Axis)] = "soft",
        [Short(Theme.Frame)] = "line",
    };

    /// <summary>The colours of white paper by the page's CSS variable that takes their place.</summary>
    public static IReadOnlyDictionary<string, string> PaperColours { get; } =
        Variables.ToDictionary(item => item.Value, item => item.Key, StringComparer.Ordinal);

    /// <summary>A file of its own, with its font.</summary>
    public static string StandAlone(string raw, Figure figure)
    {
        var root = Tidied(raw, figure);
        root.AddFirst(
            new XElement(Svg + "title", figure.Title),
            new XElement(Svg + "style", FigureFonts.StyleSheet)
        );
        return root.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    /// <summary>An element of a page, in the page's colours.</summary>
    public static string ForPage(string raw, Figure figure)
    {
        var root = Tidied(raw, figure);
        foreach (
            var attribute in root.DescendantsAndSelf()
                .Attributes()
                .Where(item => item.Name.LocalName is "fill" or "stroke")
        )
        {
            attribute.Value = Variables.TryGetValue(attribute.Value, out var name)
                ? $"var(--{name})"
                : attribute.Value;
        }

        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Tidied(string raw, Figure figure)
    {
        var root = XDocument.Parse(raw).Root!;
        root.SetAttributeValue(
            "viewBox",
            $"0 0 {root.Attribute("width")!.Value} {root.Attribute("height")!.Value}"
        );
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-label", figure.Title);
        root.Attributes()
            .Where(item => item.IsNamespaceDeclaration && item.Value != Svg.NamespaceName)
            .Remove();
        foreach (var text in root.Descendants(Svg + "text"))
        {
            Tidy(text);
        }

        JoinClips(root, figure.Id);
        foreach (
            var attribute in root.Descendants()
                .Attributes()
                .Where(item => Lengths.Contains(item.Name.LocalName))
        )
        {
            attribute.Value = LongNumber().Replace(attribute.Value, number => Rounded(number.ValueSpan));
        }

        return root;
    }

    // A hundredth of a pixel is more than any printer shows.
    private static string Rounded(ReadOnlySpan<char> number) =>
        double.Parse(number, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"-?\d+\.\d{3,}(e-?\d+)?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex LongNumber();

    // One place for a whole text, not one for each letter: so it is found, and reads well in another font
    // too.
    private static void Tidy(XElement text)
    {
        text.Value = text.Value.Trim('\n', '\t');
        foreach (var name in new[] { "x", "y" })
        {
            if (text.Attribute(name) is { } places)
            {
                places.Value = Rounded(places.Value.Split(',')[0]);
            }
        }

        if (text.Attribute("font-family") is { } family)
        {
            family.Value = $"{Theme.Font}, Verdana, sans-serif";
        }
    }

    // Every mark is cut to its panel; marks of one panel share a group. Skia counts through the whole
    // process; here names follow from the
    // figure, and differ between the figures of a page.
    private static void JoinClips(XElement root, string id)
    {
        XElement? last = null;
        var lastClip = "";
        var count = 0;
        foreach (var clip in root.Elements(Svg + "clipPath").ToList())
        {
            var group = (XElement)clip.NextNode!;
            var shape = string.Concat(
                clip.Elements().Select(item => item.ToString(SaveOptions.DisableFormatting))
            );
            if (last is not null && shape == lastClip && ReferenceEquals(clip.PreviousNode, last))
            {
                last.Add(group.Elements());
                group.Remove();
                clip.Remove();
                continue;
            }

            count++;
            var name = string.Create(CultureInfo.InvariantCulture, $"{id}-{count}");
            clip.SetAttributeValue("id", name);
            group.SetAttributeValue("clip-path", $"url(#{name})");
            (last, lastClip) = (group, shape);
        }
    }

    private static string Short(string colour) =>
        colour[1] == colour[2] && colour[3] == colour[4] && colour[5] == colour[6]
            ? $"#{colour[1]}{colour[3]}{colour[5]}"
            : colour;
}
