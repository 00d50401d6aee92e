using ZcBench.Statistics.Catalogue;

namespace ZcBench.Statistics.Tests;

public sealed class StatisticCatalogueTests
{
    public static TheoryData<string> Ids =>
        [.. StatisticCatalogue.All.Select(statistic => statistic.Info.Id)];

    [Fact]
    public void Statistics_are_sorted_by_id() =>
        Assert.Equal(
            StatisticCatalogue.All.Select(statistic => statistic.Info.Id).Order(StringComparer.Ordinal),
            StatisticCatalogue.All.Select(statistic => statistic.Info.Id)
        );

    [Fact]
    public void Two_types_of_one_id_are_refused_by_name()
    {
        var message = Assert
            .Throws<InvalidOperationException>(() =>
                StatisticCatalogue.Scan<IStatistic>(typeof(Regret), typeof(Impostor))
            )
            .Message;
        Assert.Contains(nameof(Regret), message, StringComparison.Ordinal);
        Assert.Contains(nameof(Impostor), message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_id_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => StatisticCatalogue.Named("kendal"));
        Assert.Contains("kendall_tau_b", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_value_lies_in_its_declared_range(string id)
    {
        var statistic = StatisticCatalogue.Named(id);
        Law.Holds(sample =>
            statistic.Compute(sample) is not { Value: double value } || statistic.Info.Bounds.Contains(value)
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_value_depends_on_the_scale_of_the_scores(string id)
    {
        var statistic = StatisticCatalogue.Named(id);
        Law.Holds(sample => statistic.Compute(sample) == statistic.Compute(sample.MapScores(Math.Exp)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_value_depends_on_the_order_of_the_architectures(string id)
    {
        var statistic = StatisticCatalogue.Named(id);
        var sample = Samples.Rounded(Samples.Normal(1500, 0.5, seed: 4));
        var backwards = sample.Select([.. Enumerable.Range(0, sample.Count).Reverse()]);
        Assert.True(statistic.Compute(sample).Agrees(statistic.Compute(backwards)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_architectures_give_no_exception(string id) => StatisticCatalogue.Named(id).Compute([], []);

    internal sealed class Impostor : IStatistic
    {
        public StatisticInfo Info => new Regret().Info;

        public Estimate Compute(Sample sample) => Estimate.Undefined("it is an impostor");
    }
}
