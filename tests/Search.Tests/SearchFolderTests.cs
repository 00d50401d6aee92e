using ZcBench.Benchmarks;
using ZcBench.Search.Results;

namespace ZcBench.Search.Tests;

public sealed class SearchFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("tables")]
    [InlineData("figures")]
    [InlineData("tables.new")]
    public void A_folder_with_tables_or_figures_of_others_is_refused(string name)
    {
        Directory.CreateDirectory(Path.Combine(_folder, name));
        Refused("no search.json of an earlier search, which would be replaced");
    }

    [Fact]
    public void A_search_json_of_something_else_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "search.json"), "{ \"query\": 1 }");
        Refused("a search.json of something else");
    }

    [Fact]
    public void A_run_folder_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "run.json"), "{}");
        Refused("is a run folder");
    }

    [Fact]
    public void An_empty_folder_and_that_of_an_earlier_search_are_taken()
    {
        SearchFolder.Check(_folder);
        Directory.CreateDirectory(Path.Combine(_folder, "tables"));
        File.WriteAllText(Path.Combine(_folder, "search.json"), "{ \"setting\": {}, \"methods\": [] }");
        SearchFolder.Check(_folder);
    }

    private void Refused(string message) =>
        Assert.Contains(
            message,
            Assert.Throws<UserError>(() => SearchFolder.Check(_folder)).Message,
            StringComparison.Ordinal
        );
}
