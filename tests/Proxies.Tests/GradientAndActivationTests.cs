using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Catalogue;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Proxies.Tests;

/// <summary>The mathematics of newer proxies on cases worked out by hand.</summary>
public sealed class GradientAndActivationTests : TorchTest
{
    [Fact]
    public void Inverse_deviations_are_summed_within_a_layer_and_their_logarithms_over_layers()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Equal(
            2 * Math.Log(1.5),
            ZicoNoMean.Trainability(Pairs(([1, 3], [3, 7]), ([-1, 3], [3, -7])))!.Value,
            14
        );
    }

    [Fact]
    public void A_weight_without_a_deviation_and_a_layer_of_such_are_left_out()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Equal(0, ZicoNoMean.Trainability(Pairs(([1, 3], [3, 3]), ([2, 2], [2, -2]))));
        Assert.Null(ZicoNoMean.Trainability(Pairs(([1], [-1]))));
    }

    [Fact]
    public void Signed_gradients_deviate_where_absolute_ones_do_not()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Equal(0, ZicoNoMean.Trainability(Pairs(([1], [-1])), isSigned: true));
    }

    [Fact]
    public void The_factor_of_size_is_1_at_the_wanted_size_and_falls_as_a_normal_density()
    {
        Assert.Equal(1, RegSwap.Factor(1000, 1000, 250000));
        Assert.Equal(1 / Math.E, RegSwap.Factor(1500, 1000, 250000), 15);
        Assert.Equal(1 / Math.E, RegSwap.Factor(500, 1000, 250000), 15);
    }

    [Fact]
    public void Paths_are_output_channels_times_kernel_area_over_stride_squared()
    {
        Assert.Equal(Math.Log(144), Tpc.Sum([new("stem", 3, 16, 3, 1, 1)]), 14);
        Assert.Equal(Math.Log(25 / 4.0), Tpc.Sum([new("dw", 16, 16, 5, 2, 2, Groups: 16)]), 14);
        Assert.Equal(Math.Log(16 * 25 / 4.0), Tpc.Sum([new("grouped", 16, 16, 5, 2, 2, Groups: 4)]), 14);
        Assert.Equal(Math.Log(16 * 7), Tpc.Sum([new("wide", 3, 16, 1, 1, 0) { KernelWidth = 7 }]), 14);
    }

    [Theory]
    [InlineData(
        "nasbench201",
        "|nor_conv_1x1~0|+|nor_conv_1x1~0|nor_conv_3x3~1|+|skip_connect~0|none~1|none~2|"
    )]
    [InlineData("nasbench101", "c3:0/c1:0+1/mp:2/out:0+3")]
    [InlineData("transnasbench101-macro", "64-1234-basic")]
    [InlineData("transnasbench101-micro", "64-41414-1_02_333")]
    [InlineData("nasbenchmacro", "02012100")]
    public void Projections_of_shortcuts_are_found_in_the_graph(string space, string text)
    {
        var searched = SearchSpaces.Named(space);
        var network = searched.Build(searched.Parse(text), ImageTask.Named(searched.UsualDataset));
        var found = ResidualShortcuts
            .Of(network)
            .Select(step => ((Convolution)network.Steps[step].Operation).Path);

        // NAS-Bench-Macro has a convolution of this name that is a layer of its own.
        var named = network
            .Steps.Select(step => step.Operation)
            .OfType<Convolution>()
            .Select(conv => conv.Path)
            .Where(path => path.EndsWith(".down", StringComparison.Ordinal) && space != "nasbenchmacro");
        Assert.Equal(named.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Stable_rank_is_2_of_orthogonal_rows_1_of_equal_ones_and_0_of_zeros()
    {
        using var scope = torch.NewDisposeScope();
        var matrices = Rows(
                [1, 1, -1, -1],
                [1, -1, 1, -1],
                [1, 2, 3, 4],
                [1, 2, 3, 4],
                [0, 0, 0, 0],
                [0, 0, 0, 0]
            )
            .reshape(3, 2, 4);
        var ranks = NormRanks.Of(matrices.bmm(matrices.transpose(1, 2)));
        Assert.Equal([2, 1, 0], ranks.Select(rank => Math.Round(rank, 14)));
    }

    [Fact]
    public void Spread_of_weights_is_root_n_where_all_are_as_large()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Equal(3, Apd.Spread([torch.ones(1, 1, 3, 3)]), 14);
        Assert.Equal(1.4 + 3, Apd.Spread([Rows([3, 4]), torch.ones(9), torch.zeros(4)]), 14);
    }

    // A linear layer with the identity as weight, no bias, four samples on the axes.
    [Fact]
    public void InTrain_of_a_layer_that_varies_in_two_directions_is_2()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Equal(2, OfIdentity(Rows([1, 0], [-1, 0], [0, 1], [0, -1]), [0, 1, 1, 0]), tolerance: 1e-9);
    }

    [Fact]
    public void InTrain_of_a_layer_that_varies_in_one_direction_is_0()
    {
        using var scope = torch.NewDisposeScope();
        Assert.Equal(0, OfIdentity(Rows([1, 0], [-1, 0], [1, 0], [-1, 0]), [0, 1, 0, 1]), tolerance: 1e-9);
    }

    [Fact]
    public void Correlations_of_activations_and_gradients_add_up()
    {
        using var scope = torch.NewDisposeScope();
        var (inputs, gradients) = (Rows([1, 2, 3], [3, 2, 1]), Rows([1, 0, -1], [1, -2, 1]));
        var sums = new CorrelationSums(ways: 2, members: 2, samples: 2, torch.CPU);
        sums.Add(
            inputs,
            [1],
            [
                [1, 2],
            ]
        );
        sums.Add(
            gradients,
            [1],
            [
                [1, 2],
            ]
        );
        Assert.Equal(Math.Log(3), AgreementKernel.LogDeterminant(sums.Of(0, 1)), 12);
        Assert.Equal(Math.Log(12), AgreementKernel.LogDeterminant(sums.Of(1, 1)), 12);
        Assert.Equal(0, sums.Of(0, 0).FrobeniusNorm());
    }

    [Fact]
    public void A_matrix_of_correlations_with_a_constant_row_is_left_out_and_no_other_is()
    {
        using var scope = torch.NewDisposeScope();
        var rows = Rows([1, 2, 3], [0.1, 0.1, 0.1], [1, 2, 3], [2, 4, 7]).reshape(2, 2, 3);
        var correlations = CorrelationSums.Correlations(rows);
        Assert.Equal(0, correlations[0].abs().sum().item<double>());
        Assert.Equal(1, correlations[1][1][1].item<double>(), 12);
    }

    [Fact]
    public void Layer_normalisation_takes_each_sample_and_each_network_by_itself()
    {
        using var scope = torch.NewDisposeScope();
        var norm = new Step(1, new BatchNorm("norm", 1), [0], new(1, 1, 2), IsZero: false);
        var step = new GroupedStep(1, norm.Operation, [new(0, norm), new(1, norm)], [], 1);
        var value = Rows([1, 3, 5, 5], [2, 4, -1, 0]).reshape(2, 2, 1, 2);
        var normal = new LayerStatistics().Normalise(step, value, default).reshape(-1);
        var (one, half) = (1 / Math.Sqrt(1 + 1e-5), 0.5 / Math.Sqrt(0.25 + 1e-5));
        Assert.Equal(
            [-one, one, 0, 0, -one, one, -half, half],
            normal.data<double>().ToArray(),
            (a, b) => Math.Abs(a - b) < 1e-12
        );
    }

    // Nodes 0 to 2 feed three, two and one convolution.
    [Fact]
    public void Modules_of_a_rectified_node_are_told_apart_by_what_reads_them()
    {
        var space = SearchSpaces.Named("nasbench201");
        var cell = space.Parse(
            "|nor_conv_1x1~0|+|nor_conv_1x1~0|nor_conv_1x1~1|+|nor_conv_1x1~0|nor_conv_3x3~1|nor_conv_1x1~2|"
        );
        var relus = ReluModules.Of(space.Build(cell, ImageTask.Cifar10)).ToList();
        Assert.Equal(15 * 3 + 4 + 1, relus.Count);
        Assert.Equal([3, 2, 1], relus.Take(3).Select(relu => relu.Wrapped.Count));
        Assert.Equal([3, 2, null], relus.Take(3).Select(relu => relu.Readers?.Count));
        Assert.Equal([0, 0, 0, 1, 1, 1], relus.Take(6).Select(relu => relu.Place));
        Assert.Equal((17, true), (relus[^1].Place, relus[^1].IsLast));
        Assert.DoesNotContain(relus.SkipLast(1), relu => relu.IsLast);
    }

    // A strided skip is one ReLU that a convolution and a shift read, beside two of convolutions.
    [Fact]
    public void A_module_that_two_steps_read_is_one_module()
    {
        var space = SearchSpaces.Named("transnasbench101-micro");
        var task = ImageTask.Named("class_object").OfSide(32);
        var relu = ReluModules.Of(space.Build(space.Parse("64-41414-3_12_333"), task)).First();
        Assert.Equal((3, 2), (relu.Count, relu.Wrappers));
        Assert.Equal([1, 2, 1], relu.Readers!.Select(readers => readers.Count));
        Assert.Equal(2, relu.Wrapped.Count);
    }

    [Theory]
    [InlineData("|nor_conv_3x3~0|+|none~0|none~1|+|avg_pool_3x3~0|nor_conv_3x3~1|nor_conv_3x3~2|", true)]
    [InlineData("|nor_conv_3x3~0|+|none~0|nor_conv_3x3~1|+|skip_connect~0|none~1|skip_connect~2|", false)]
    public void A_network_with_zeros_computed_has_what_was_left_out(string text, bool hasZeros)
    {
        var space = SearchSpaces.Named("nasbench201");
        var (plain, whole) = (
            space.Build(space.Parse(text), ImageTask.Cifar10),
            space.BuildWithZeros(space.Parse(text), ImageTask.Cifar10)
        );
        Assert.Equal(hasZeros, plain.Steps.Any(step => step.IsZero));
        Assert.DoesNotContain(whole.Steps, step => step.IsZero);
        Assert.Equal(plain.Parameters, whole.Parameters);
        Assert.Equal(hasZeros, Reads(whole) > Reads(plain));
    }

    private static int Reads(Blueprint network) => network.Steps.Sum(step => step.Inputs.Length);

    private static double OfIdentity(Tensor inputs, long[] labels)
    {
        var weight = torch.eye(2, dtype: torch.float64, requires_grad: true);
        var bias = torch.zeros(2, dtype: torch.float64, requires_grad: true);
        var logits = torch.nn.functional.linear(inputs, weight, bias);
        var loss = torch.nn.functional.cross_entropy(logits, torch.tensor(labels));
        double[] health =
        [
            .. torch
                .autograd.grad([loss], [weight, bias])
                .Select(gradient => GradientHealth.Of(gradient.reshape(1, -1)).item<double>()),
        ];
        var dimension = ActivationDimensions.Ratios(logits.detach().unsqueeze(0)).item<double>();
        return InTrain.Of([dimension], health);
    }

    private static GradientPairs Pairs(params (double[] First, double[] Second)[] layers) =>
        new([.. layers.Select(pair => (torch.tensor(pair.First), torch.tensor(pair.Second)))]);

    private static Tensor Rows(params double[][] rows) => torch.stack(rows.Select(row => torch.tensor(row)));
}
