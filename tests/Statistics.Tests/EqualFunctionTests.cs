using ZcBench.Statistics.Catalogue;

namespace ZcBench.Statistics.Tests;

public sealed class EqualFunctionTests
{
    [Fact]
    public void Each_architecture_is_predicted_by_the_mean_of_the_others_of_its_function()
    {
        var sample = new EqualFunctionSample([90, 92, 94, 50, 10], ["f", "f", "f", "g", null]);
        Assert.Equal([90, 92, 94], sample.LeaveOneOut.Truth.ToArray());
        Assert.Equal([93, 92, 91], sample.LeaveOneOut.Scores.ToArray());
        Assert.Equal(2, sample.Functions);
    }

    [Fact]
    public void The_deviation_is_pooled_over_functions() =>
        Assert.Equal(
            Math.Sqrt((2.0 + 8.0) / 3),
            new EqualFunctionDeviation()
                .Compute(new([1, 3, 10, 12, 14], ["f", "f", "g", "g", "g"]))
                .Value!.Value,
            1e-12
        );

    [Fact]
    public void One_function_for_all_predicts_in_reverse() =>
        Assert.Equal(-1, new EqualFunctionTau().Compute(new([1, 2, 3, 4], ["f", "f", "f", "f"])).Value);

    [Fact]
    public void Where_no_function_is_shared_there_is_no_ceiling()
    {
        var sample = new EqualFunctionSample([1, 2], ["f", "g"]);
        Assert.All(
            StatisticCatalogue.EqualFunctions,
            statistic => Assert.NotNull(statistic.Compute(sample).Reason)
        );
    }
}
