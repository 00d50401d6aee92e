using ZcBench.Statistics.Catalogue;

namespace ZcBench.Statistics.Tests;

public sealed class TwinTests
{
    [Fact]
    public void Each_architecture_is_predicted_by_the_mean_of_its_twins()
    {
        var twins = new TwinSample([90, 92, 94, 50, 10], ["f", "f", "f", "g", null]);
        Assert.Equal([90, 92, 94], twins.LeaveOneOut.Truth.ToArray());
        Assert.Equal([93, 92, 91], twins.LeaveOneOut.Scores.ToArray());
        Assert.Equal(2, twins.Functions);
    }

    [Fact]
    public void The_deviation_is_pooled_over_functions() =>
        Assert.Equal(
            Math.Sqrt((2.0 + 8.0) / 3),
            new TwinDeviation().Compute(new([1, 3, 10, 12, 14], ["f", "f", "g", "g", "g"])).Value!.Value,
            1e-12
        );

    [Fact]
    public void One_function_for_all_predicts_in_reverse() =>
        Assert.Equal(-1, new TwinTau().Compute(new([1, 2, 3, 4], ["f", "f", "f", "f"])).Value);

    [Fact]
    public void Without_a_twin_there_is_no_ceiling()
    {
        var twins = new TwinSample([1, 2], ["f", "g"]);
        Assert.All(StatisticCatalogue.Twins, statistic => Assert.NotNull(statistic.Compute(twins).Reason));
    }
}
