using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Fuzzing;
using ZcBench.Imports.Published;

namespace ZcBench.Imports.Tests;

/// <summary>Damaged files of published scores.</summary>
public sealed class PublishedFuzzTests
{
    private const int Usual = 1_000;
    private const string Table =
        "index,architecture,nwot,snip\n"
        + "0,|none~0|+|none~0|none~1|+|none~0|none~1|none~2|,nan,-1e8\n"
        + "1,|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|,1.5,\n";
    private const string Scores = """
        {"cifar10": {"(4, 0, 3, 1, 4, 3)": {"nwot": {"score": 1.5, "time": NaN, "lower_is_better": true},
        "val_accuracy": 84.25}, "(0, 0, 3, 1, 4, 3)": {"\u0061\ud83d\ude00": {"score": 0},
        "nwot": {"score": "-Infinity", "time": 2}}}}
        """;

    [Theory]
    [InlineData("csv", Table)]
    [InlineData("json", Scores)]
    public void A_damaged_file_of_scores_is_read_or_refused(string format, string sound) =>
        Fuzz.Read($"published {format}", Usual, [Encoding.UTF8.GetBytes(sound)], Reader);

    private static Fuzz.Reader Reader(string folder)
    {
        var space = SearchSpaces.Named("nasbench201");
        var path = Path.Combine(folder, "scores");
        return content =>
        {
            File.WriteAllBytes(path, content);
            Assert.NotEmpty(PublishedScoresFile.Read(path, space, "cifar10").Columns);
        };
    }
}
