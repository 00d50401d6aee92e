namespace ZcBench.Proxies.Tests;

/// <summary>Every proxy gives what its reference implementation gave.</summary>
public sealed class GoldenScoreTests : TorchTest
{
    public static TheoryData<string> Names { get; } =
    [.. GoldenFile.Networks.Where(network => network.Single is not null).Select(network => network.Name)];

    public static TheoryData<string> NewerSpaces { get; } =
    ["transnasbench101-micro", "transnasbench101-macro", "nasbenchmacro", "darts"];

    public static TheoryData<string> DoubleNames { get; } =
    [.. GoldenFile.Networks.Where(network => network.Double is not null).Select(network => network.Name)];

    // Networks of the same operations as others here, or of fewer; each takes some seconds.
    private static readonly string[] Long =
    [
        .. new[] { "best", "best13714", "google_notebook", "readme12", "resnet", "all1x1", "mixed2" },
        .. new[] { "transnasbench101-micro/readme", "transnasbench101-macro/six" },
        .. new[] { "nasbenchmacro/readme", "darts/nbsz_534" },
    ];

    [Theory]
    [MemberData(nameof(DoubleNames))]
    public void Scores_equal_the_reference_in_double_precision(string name)
    {
        LongTests.SkipUnlessAsked(Long.Contains(name));
        GoldenComparison.InDouble(GoldenFile.Named(name), torch.CPU);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scores_equal_the_reference_in_single_precision(string name)
    {
        // What magnifies rounding most is all3x3.
        LongTests.SkipUnlessAsked(Long.Contains(name));
        GoldenComparison.InSingle(GoldenFile.Named(name), torch.CPU, factor: 1);
    }

    [Fact]
    public void Networks_scored_at_once_equal_the_reference_in_double_precision() =>
        GoldenComparison.TogetherInDouble([.. Together.OrderBy(golden => golden.Macs).Take(3)], torch.CPU);

    [Theory]
    [MemberData(nameof(NewerSpaces))]
    public void Networks_of_newer_spaces_scored_at_once_equal_the_reference(string space) =>
        GoldenComparison.TogetherInDouble(
            [.. GoldenFile.Networks.Where(golden => golden.Space == space)],
            torch.CPU
        );

    /// <summary>Networks of one space and batch with values in double precision.</summary>
    internal static IReadOnlyList<GoldenNetwork> Together { get; } =
    [.. GoldenFile.NasBench201.Where(golden => golden.Double is not null)];
}
