using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies;
using ZcBench.Proxies.Probe;

namespace ZcBench.Runs.Tests;

public sealed class FirstKernelsTests
{
    private static readonly IReadOnlyList<IProxy> Proxies = ProxyCatalogue.Select("snip");

    // A 3x3 convolution alone, then with an average pool beside it.
    private static readonly IReadOnlySet<FirstKernels.Kernel> Few = Of(
        "|nor_conv_3x3~0|+|none~0|none~1|+|none~0|none~1|skip_connect~2|"
    );

    private static readonly IReadOnlySet<FirstKernels.Kernel> More = Of(
        "|nor_conv_3x3~0|+|avg_pool_3x3~0|none~1|+|none~0|none~1|skip_connect~2|"
    );

    [Fact]
    public void A_network_needs_the_kernels_of_its_windows_whatever_their_weights_are_called()
    {
        Assert.ProperSubset(new HashSet<FirstKernels.Kernel>(More), new HashSet<FirstKernels.Kernel>(Few));
        // The three stages of five cells each, with their 3x3 convolutions; the stem and the two shortcuts.
        Assert.Contains(Few, kernel => kernel.Input == new Shape(32, 16, 16));
        Assert.True(Few.Count < 15, $"{Few.Count}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_needs_what_another_makes_waits_until_it_is_made(bool areKept) =>
        Assert.False(AreInsideAtOnce(new(areKept), Few, More));

    [Fact]
    public void What_is_made_keeps_nobody_waiting()
    {
        var gate = new FirstKernels(areKept: true);
        gate.Within(More, () => { });
        Assert.True(AreInsideAtOnce(gate, Few, More));
    }

    [Fact]
    public void What_has_nothing_in_common_is_made_at_once()
    {
        var gate = new FirstKernels(areKept: true);
        Assert.True(AreInsideAtOnce(gate, Few, More.Except(Few).ToHashSet()));
    }

    [Fact]
    public void What_failed_is_not_made()
    {
        var gate = new FirstKernels(areKept: true);
        Assert.Throws<UserError>(() => gate.Within(Few, () => throw new UserError("no")));
        Assert.False(AreInsideAtOnce(gate, Few, Few));
    }

    [Fact]
    public void Mixtures_of_networks_are_never_known()
    {
        var gate = new FirstKernels(areKept: false);
        gate.Within(Few, () => { });
        Assert.False(AreInsideAtOnce(gate, Few, Few));
    }

    // The second always comes in at last; the question is whether it does so while the first is in.
    private static bool AreInsideAtOnce(
        FirstKernels gate,
        IReadOnlySet<FirstKernels.Kernel> first,
        IReadOnlySet<FirstKernels.Kernel> second
    )
    {
        using var isIn = new ManualResetEventSlim();
        var other = new Thread(() => gate.Within(second, isIn.Set)) { IsBackground = true };
        var answer = false;
        gate.Within(
            first,
            () =>
            {
                other.Start();
                answer = isIn.Wait(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
            }
        );
        Assert.True(other.Join(TimeSpan.FromSeconds(30)));
        return answer;
    }

    private static IReadOnlySet<FirstKernels.Kernel> Of(string text) =>
        FirstKernels.Of(
            [
                BuiltArchitecture
                    .Of(SearchSpaces.Named("nasbench201").Parse(text), ImageTask.Cifar10)
                    .Blueprint,
            ],
            Proxies
        );
}
