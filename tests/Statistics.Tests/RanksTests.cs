namespace ZcBench.Statistics.Tests;

public sealed class RanksTests
{
    private const double Undefined = double.NegativeInfinity;

    private static readonly double[] Values = [3, 1, 3, Undefined, 2, 3, Undefined];

    [Fact]
    public void Ties_take_their_average_rank()
    {
        var ranks = Ranks.Of(Values);
        Assert.Equal([6, 3, 6, 1.5, 4, 6, 1.5], Enumerable.Range(0, 7).Select(ranks.Average));
    }

    [Fact]
    public void Groups_are_numbered_from_the_lowest_value()
    {
        var ranks = Ranks.Of(Values);
        Assert.Equal([3, 1, 3, 0, 2, 3, 0], ranks.Groups);
        Assert.Equal([0, 2, 3, 4, 7], ranks.Starts);
        Assert.Equal([3, 6, 1, 4, 0, 2, 5], ranks.Order);
    }

    [Fact]
    public void Tied_pairs_are_counted_over_all_groups() => Assert.Equal(3 + 1, Ranks.Of(Values).TiedPairs);

    [Fact]
    public void Negative_zero_is_tied_with_zero() => Assert.Equal(1, Ranks.Of([0.0, -0.0, 0.0]).Distinct);

    [Fact]
    public void Nothing_has_no_groups() => Assert.Equal(0, Ranks.Of([]).Distinct);

    [Fact]
    public void Selecting_ranks_equals_ranking_the_selected_values() =>
        Law.Holds(sample =>
        {
            var rows = Enumerable.Range(0, sample.Count).Select(i => i * i % sample.Count).ToArray();
            var scores = sample.Scores.ToArray();
            var expected = Ranks.Of(Array.ConvertAll(rows, row => scores[row]));
            var selected = sample.ScoreRanks.Select(rows);
            return expected.Groups.SequenceEqual(selected.Groups)
                && expected.Order.SequenceEqual(selected.Order)
                && expected.Starts.SequenceEqual(selected.Starts);
        });

    [Fact]
    public void Not_a_number_is_refused_with_its_place()
    {
        var error = Assert.Throws<ArgumentException>(() => Ranks.Of([1, double.NaN]));
        Assert.Contains("number 1 is NaN", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_items_than_exact_sums_can_hold_are_refused() =>
        Assert.Throws<ArgumentException>(() => Ranks.Of(new double[Ranks.MaxCount + 1]));
}
