using ZcBench.Benchmarks.Randomness;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Benchmarks.Tests;

public sealed class ArchitectureSampleTests
{
    private static readonly Target Test = new("cifar10", Split.Test, 200);
    private static readonly BenchmarkTable Table = KnownTables.Open(KnownTables.Default);

    [Fact]
    public void A_stratified_sample_has_one_row_of_each_part()
    {
        const int Count = 60;
        var accuracy = Table.Accuracies(Test);
        var sorted = Enumerable.Range(0, 256).OrderBy(row => accuracy[row]).ThenBy(row => row).ToList();
        var rows = new ArchitectureSample(Count, 3, Test).Rows(Table);
        Assert.Equal(rows.Order(), rows);
        Assert.Equal(
            Enumerable.Range(0, Count),
            rows.Select(row => sorted.IndexOf(row))
                .Select(place => Enumerable.Range(0, Count).Last(part => part * 256 / Count <= place))
                .Order()
        );
    }

    [Fact]
    public void A_stratified_sample_depends_on_its_seed_and_its_accuracies()
    {
        var rows = new ArchitectureSample(60, 3, Test).Rows(Table);
        Assert.Equal(rows, new ArchitectureSample(60, 3, Test).Rows(Table));
        Assert.NotEqual(rows, new ArchitectureSample(60, 4, Test).Rows(Table));
        Assert.NotEqual(rows, new ArchitectureSample(60, 3, Test with { Dataset = "cifar100" }).Rows(Table));
        Assert.NotEqual(rows, new ArchitectureSample(60, 3, null).Rows(Table));
    }

    [Fact]
    public void A_stratified_sample_of_everything_is_everything() =>
        Assert.Equal(Enumerable.Range(0, 256), new ArchitectureSample(256, 0, Test).Rows(Table));

    [Theory]
    [InlineData(1, "a sample needs at least 2 architectures (got 1)")]
    [InlineData(257, "--sample 257 is more than the 256 architectures")]
    public void A_stratified_sample_of_a_wrong_size_is_refused(int count, string sentence) =>
        Assert.Contains(
            sentence,
            Assert.Throws<UserError>(() => new ArchitectureSample(count, 0, Test).Rows(Table)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Ties_go_by_row_number()
    {
        // The parts are rows 1, 3 and rows 0, 2, 4.
        for (var seed = 0; seed < 20; seed++)
        {
            var rows = Sampling.OnePerStratum([5, 1, 5, 1, 5], 2, new CounterRandom(seed, "stratified"));
            Assert.Single(rows, row => row is 1 or 3);
            Assert.Single(rows, row => row is 0 or 2 or 4);
        }

        Assert.Equal([0, 1, 2], Sampling.OnePerStratum([7, 7, 7], 3, new CounterRandom(0, "stratified")));
    }

    [Fact]
    public void The_stream_of_a_stratified_sample_has_its_name()
    {
        var random = new CounterRandom("8/stratified");
        var accuracy = Table.Accuracies(Test);
        var sorted = Enumerable.Range(0, 256).OrderBy(row => accuracy[row]).ToList();
        int[] drawn = [sorted[(int)random.Below(0, 128)], sorted[128 + (int)random.Below(1, 128)]];
        Assert.Equal(drawn.Order(), new ArchitectureSample(2, 8, Test).Rows(Table));
    }
}
