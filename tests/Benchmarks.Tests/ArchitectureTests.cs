using ZcBench.Benchmarks.NasBench101;
using ZcBench.Benchmarks.NasBench201;

namespace ZcBench.Benchmarks.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void Two_readings_of_one_cell_are_one_architecture()
    {
        var space = new NasBench101Space();
        var one = space.Parse("c3:0/c1:0+1/out:1+2");
        var other = space.Parse(CellJson.Format(NasBench101.CellText.Parse(one.Text)));
        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.Single(new HashSet<Architecture>([one, other]));
        Assert.NotEqual(one, space.Parse("c3:0/c1:0+1/out:2"));
    }

    [Fact]
    public void A_space_answers_for_its_own_architectures_only()
    {
        var foreign = new NasBench101Space().Parse("c3:0/out:1");
        var error = Assert.Throws<InvalidOperationException>(() => new NasBench201Space().Examine(foreign));
        Assert.Contains("'c3:0/out:1' is of nasbench101", error.Message, StringComparison.Ordinal);
    }
}
