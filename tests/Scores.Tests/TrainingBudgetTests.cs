using ZcBench.Benchmarks;
using ZcBench.Scores.Aggregates;

namespace ZcBench.Scores.Tests;

public sealed class TrainingBudgetTests
{
    [Theory]
    [InlineData("20", 20, false, "20")]
    [InlineData("20steps", 20, false, "20")]
    [InlineData("1step", 1, false, "1")]
    [InlineData("1epoch", 1, true, "1epoch")]
    [InlineData("1epochs", 1, true, "1epoch")]
    [InlineData("12epochs", 12, true, "12epochs")]
    [InlineData("0", 0, false, "0")]
    public void Lengths_of_training_are_read_and_written_in_one_spelling(
        string text,
        int count,
        bool isEpochs,
        string spelling
    )
    {
        var budget = TrainingBudget.Parse(text);
        Assert.Equal(new(count, isEpochs), budget);
        Assert.Equal(spelling, budget.ToString());
        Assert.Equal(budget, TrainingBudget.Parse(spelling));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.5epochs")]
    [InlineData("epoch")]
    [InlineData("2epochss")]
    [InlineData("99999999999")]
    public void What_is_no_length_of_training_is_refused(string text) =>
        Assert.Contains(
            "is no length of training",
            Assert.Throws<UserError>(() => TrainingBudget.Parse(text)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void An_id_names_a_proxy_and_a_length()
    {
        Assert.Equal(("wot", null), TrainingBudget.Split("wot"));
        Assert.Equal(("wot", new TrainingBudget(20, IsEpochs: false)), TrainingBudget.Split("wot@20"));
        Assert.Equal(("rank_sum:wot@20+params", null), TrainingBudget.Split("rank_sum:wot@20+params"));
        Assert.Equal("wot@20", TrainingBudget.Canonical("wot@20steps"));
        Assert.Equal(140, TrainingBudget.Parse("2epochs").Steps(stepsPerEpoch: 70));
    }

    [Fact]
    public void An_aggregate_after_training_is_made_of_its_members_after_training()
    {
        var das = AggregateCatalogue.Find("das@1epoch")!;
        Assert.Equal("das@1epoch", das.Info.Id);
        Assert.Equal(["das_units@1epoch", "das_distinct@1epoch"], das.MembersIn("nasbench201"));
        Assert.Equal(LabelBudget.Labels, das.Info.LabelBudget);
        Assert.Equal(70, das.Milliseconds([50, 70]));
        Assert.Null(AggregateCatalogue.Find("wot@20"));
        Assert.Throws<UserError>(() => AggregateCatalogue.Find("das@x"));
    }
}
