using ZcBench.Benchmarks;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;

namespace ZcBench.Proxies.Tests;

/// <summary>The counts in a cell, against cells counted by hand.</summary>
public sealed class CellCountTests : TorchTest
{
    [Theory]
    [InlineData("nasbench101", "c3:0/c1:0/mp:0/c3:0/c3:4/out:1+2+3+5", 8, 3, 4)]
    [InlineData("nasbench101", "out:0", 1, 0, 1)]
    [InlineData("nasbench101", "mp:0/c1:1/c3:1/out:0+2+3", 4, 1, 2)]
    [InlineData(
        "nasbench201",
        "|nor_conv_3x3~0|+|none~0|nor_conv_1x1~1|+|skip_connect~0|none~1|nor_conv_1x1~2|",
        3,
        1,
        2
    )]
    [InlineData("nasbench201", "|nor_conv_3x3~0|+|none~0|none~1|+|none~0|none~1|nor_conv_1x1~2|", 2, 1, 1)]
    [InlineData("nasbench201", "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|", 0, 0, 0)]
    [InlineData("nasbench201", "|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|", 0, 0, 1)]
    public void A_cell_has_the_convolutions_and_edges_that_are_drawn(
        string space,
        string text,
        int convolutions,
        int threes,
        int fromInput
    )
    {
        using var prober = new Prober(ProbeSettings.Noise(ImageTask.Cifar10, 2, 0, Placement.Cpu32));
        var scores = prober.Measure(
            SearchSpaces.Named(space).Parse(text),
            ProxyCatalogue.Select("conv3x3_count,conv_layers,input_out_degree")
        );
        Assert.Equal([threes, convolutions, fromInput], scores.Select(measured => (int)measured.Score.Value));
    }
}
