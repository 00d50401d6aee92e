namespace ZcBench.Architecture.Tests;

/// <summary>
/// The arrows between the projects of src run one way; docs/architecture.md draws the same picture.
/// </summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Benchmarks"] = [],
        ["Imports"] = ["Benchmarks", "Scores"],
        ["Onnx"] = ["Benchmarks"],
        ["Scores"] = ["Benchmarks", "Statistics"],
        ["Proxies"] = ["Benchmarks", "Scores"],
        ["Runs"] = ["Proxies", "Reports", "Training"],
        ["Statistics"] = [],
        ["Reports"] = ["Benchmarks", "Scores", "Statistics"],
        ["Learned"] = ["Benchmarks", "Reports", "Scores", "Statistics"],
        ["Search"] = ["Benchmarks", "Reports", "Scores", "Statistics"],
        ["Training"] = ["Proxies"],
        ["Supernets"] = ["Search", "Training"],
        ["Profiling"] = ["Benchmarks", "Proxies", "Reports", "Scores", "Runs"],
        ["Cli"] =
        [
            "Benchmarks",
            "Imports",
            "Learned",
            "Onnx",
            "Profiling",
            "Proxies",
            "Reports",
            "Scores",
            "Runs",
            "Search",
            "Supernets",
        ],
    };

    public static TheoryData<string> Projects { get; } = [.. ProjectReferences.Direct.Keys];

    [Fact]
    public void Every_project_has_a_row_in_the_table() =>
        Assert.Empty(ProjectReferences.Direct.Keys.Except(Allowed.Keys));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_the_table_allows(string project) =>
        Assert.Empty(ProjectReferences.Direct[project].Except(Allowed.GetValueOrDefault(project, [])));

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_project_reaches_itself(string project) =>
        Assert.DoesNotContain(project, ProjectReferences.Reached(project));

    [Theory]
    [InlineData("Benchmarks")]
    [InlineData("Scores")]
    [InlineData("Reports")]
    [InlineData("Imports")]
    [InlineData("Onnx")]
    [InlineData("Search")]
    [InlineData("Learned")]
    public void Spaces_scores_reports_imports_and_searches_never_reach_the_tensor_library(string project) =>
        Assert.DoesNotContain(ProjectReferences.Engine, ProjectReferences.Reached(project).Append(project));

    [Fact]
    public void One_project_refers_to_the_tensor_library() =>
        Assert.Equal([ProjectReferences.Engine], ProjectReferences.WithEngine);
}
