using System.Text.RegularExpressions;

namespace ZcBench.Architecture.Tests;

public sealed partial class SourceFileTests
{
    private const int MostLines = 400;
    private const int MostColumns = 110;
    private static readonly string[] SourceEndings = [".cs", ".cpp", ".h", ".sh"];

    // In pieces, so that this file does not name what it looks for.
    private static readonly string[] RegistryHosts =
    [
        "nuget" + ".org",
        "pypi" + ".org",
        "npmjs" + ".org",
        "pythonhosted" + ".org",
        "npmjs" + ".com",
    ];

    [Fact]
    public void No_file_names_a_path_of_a_machine() =>
        Assert.Empty(Lines().Where(line => PathOfAMachine().IsMatch(line.Text)).Select(line => line.Place));

    [Fact]
    public void No_file_names_the_host_of_a_package_registry() =>
        Assert.Empty(
            Lines()
                .Where(line =>
                    RegistryHosts.Any(host => line.Text.Contains(host, StringComparison.OrdinalIgnoreCase))
                )
                .Select(line => line.Place)
        );

    [Fact]
    public void No_source_file_has_more_than_400_lines() =>
        Assert.Empty(
            Checkout
                .Files.Where(file =>
                    file.StartsWith("src/", StringComparison.Ordinal)
                    && SourceEndings.Contains(Path.GetExtension(file))
                )
                .Select(file => (File: file, Lines: File.ReadLines(Checkout.Full(file)).Count()))
                .Where(item => item.Lines > MostLines)
                .Select(item => $"{item.File}: {item.Lines} lines")
        );

    [Fact]
    public void No_line_of_code_is_wider_than_110_columns() =>
        Assert.Empty(
            Lines()
                .Where(line => IsCode(line.Place) && line.Text.EnumerateRunes().Count() > MostColumns)
                .Select(line => line.Place)
        );

    [Fact]
    public void A_source_file_holds_one_type_and_is_named_after_it() =>
        Assert.Empty(
            from file in Checkout.Files
            where
                file.StartsWith("src/", StringComparison.Ordinal)
                && file.EndsWith(".cs", StringComparison.Ordinal)
            from type in TopLevelType().Matches(File.ReadAllText(Checkout.Full(file)))
            let name = type.Groups["name"].Value
            where name != Path.GetFileNameWithoutExtension(file)
            select $"{file}: {name}"
        );

    [Fact]
    public void No_search_method_names_tables_or_test_accuracies() =>
        Assert.Empty(
            from file in Checkout.Files
            where
                file.StartsWith("src/Search/Methods/", StringComparison.Ordinal)
                || file.StartsWith("src/Search/Optimisation/", StringComparison.Ordinal)
            from forbidden in new[]
            {
                "Benchmarks.Tables",
                "TestAccuracies",
                "BenchmarkTable",
                "KnownTables",
                "Split.",
            }
            where File.ReadAllText(Checkout.Full(file)).Contains(forbidden, StringComparison.Ordinal)
            select $"{file}: {forbidden}"
        );

    // "src/A/B.cs:12"
    private static bool IsCode(string place) =>
        (
            place.StartsWith("src/", StringComparison.Ordinal)
            || place.StartsWith("tests/", StringComparison.Ordinal)
        ) && place.Contains(".cs:", StringComparison.Ordinal);

    private static IEnumerable<(string Place, string Text)> Lines() =>
        Checkout.Files.SelectMany(file =>
            File.ReadLines(Checkout.Full(file)).Select((text, i) => ($"{file}:{i + 1}", text))
        );

    // A declaration that is not indented: namespaces are file-scoped, so it is nested in nothing.
    [GeneratedRegex(
        @"^((public|internal|file|sealed|static|abstract|readonly|partial|unsafe|ref) )*"
            + @"(class|record struct|record class|record|struct|interface|enum|delegate \S+) (?<name>\w+)",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex TopLevelType();

    // A folder below the root of a file system, not one inside this repository such as a/home/b.
    [GeneratedRegex(
        @"(?<![\w.$}])/(home|work|root)/",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PathOfAMachine();
}
