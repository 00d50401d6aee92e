using System.Text.RegularExpressions;

namespace ZcBench.Architecture.Tests;

public sealed partial class DocumentationTests
{
    private const int MostReadmeLines = 120;

    [Fact]
    public void The_readme_has_at_most_120_lines() =>
        Assert.InRange(File.ReadLines(Checkout.Full("README.md")).Count(), 1, MostReadmeLines);

    [Fact]
    public void Every_relative_link_leads_to_a_file() =>
        Assert.Empty(
            from file in Checkout.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))
            from Match link in Link().Matches(File.ReadAllText(Checkout.Full(file)))
            let target = Path.Combine(
                Path.GetDirectoryName(Checkout.Full(file))!,
                link.Groups["target"].Value
            )
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{file}: {link.Value}"
        );

    [Fact]
    public void Every_page_is_in_the_table_of_contents_of_the_site()
    {
        var contents = File.ReadAllText(Checkout.Full("docs/toc.yml"));
        Assert.Empty(
            from file in Checkout.Files
            where
                file.StartsWith("docs/", StringComparison.Ordinal)
                && !file.StartsWith("docs/site/", StringComparison.Ordinal)
                && file.EndsWith(".md", StringComparison.Ordinal)
                && !contents.Contains($"href: {file["docs/".Length..]}\n", StringComparison.Ordinal)
            select file
        );
    }

    // [text](target), without addresses on the web and without the part after '#'.
    [GeneratedRegex(
        @"\]\((?!https?:|#|mailto:)(?<target>[^)#\s]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Link();
}
