using ZcBench.Benchmarks;
using ZcBench.Learned.Features;
using ZcBench.Learned.Results;
using ZcBench.Reports.Tests.Runs;

namespace ZcBench.Learned.Tests;

public sealed class LearnedReferenceTests
{
    private static readonly LearnedSource Source = LearnedSource.Of(
        TestRun.Of(TestRun.Noisy("noisy", 20, 1))
    );
    private static readonly LearnedSetting Setting = new([50], 2, 0);
    private static readonly Lazy<LearnedReference> Reference = new(() => Learned(Setting));

    [Fact]
    public void Graphs_and_scores_are_learned_from_and_scores_without_accuracies_stand_beside()
    {
        var reference = Reference.Value;
        Assert.Equal(
            ["counting", "graf", "graf+proxies", "proxies"],
            reference.Rows.Select(row => row.Features).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(reference.Rows, row => Assert.InRange(row.Tau.Mean, 0.2, 1));
        Assert.All(
            reference.Rows.Where(row => row is { Learner: "forest", Split: SplitKind.ByArchitecture }),
            row => Assert.InRange(row.Rho.Mean, 0.6, 1)
        );
        Assert.Equal(reference.Rows, Learned(Setting).Rows);
    }

    [Fact]
    public void Every_row_is_in_the_table()
    {
        var reference = Reference.Value;
        var table = LearnedTable.Of(reference);
        Assert.Equal(reference.Rows.Count, 2 * table.Rows.Count);
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
    }

    [Fact]
    public void Undefined_scores_are_the_lowest_features_and_the_best_is_one()
    {
        var run = TestRun.Of(TestRun.Noisy("noisy", 20, 1));
        var features = ScoreFeatures.Of(run);
        var column = features.Names.ToList().IndexOf("noisy");
        var noisy = run.Whole().Columns.Single(item => item.Proxy.Id == "noisy");
        Assert.Equal(1, features.Rows.Max(row => row[column]));
        var lowest = features.Rows.Min(row => row[column]);
        Assert.All(
            noisy.Scores.Zip(features.Rows),
            item => Assert.Equal(!item.First.IsDefined, item.Second[column].Equals(lowest))
        );
    }

    [Fact]
    public void Too_few_architectures_to_predict_are_refused()
    {
        var fault = Assert.Throws<UserError>(() => Learned(new([220], 1, 0)));
        Assert.Equal(
            "learning from 220 of 256 architectures leaves fewer than 50 to predict; "
                + "give a smaller --train or a run of more architectures",
            fault.Message
        );
    }

    private static LearnedReference Learned(LearnedSetting setting) =>
        LearnedReference.Of(Source, setting, stop: TestContext.Current.CancellationToken);
}
