using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Tests.Engine;

public sealed class ScalarsTests : TorchTest
{
    private const int Rounds = 100_000;

    // Plain numbers fail here within seconds: a collection frees them while libtorch reads them.
    [Fact]
    public async Task A_number_outlives_its_operation_while_another_thread_collects_garbage()
    {
        using var stop = new CancellationTokenSource();
        var litter = Task.Run(
            () =>
            {
                var kept = new byte[64][];
                for (var i = 0; !stop.IsCancellationRequested; i++)
                {
                    kept[i % kept.Length] = new byte[50_000];
                }
            },
            TestContext.Current.CancellationToken
        );
        var wrong = 0;
        for (var i = 0; i < Rounds; i++)
        {
            using var scope = torch.NewDisposeScope();
            var sum = torch.ones(4).add(torch.ones(4), Scalars.Of(2)).mul(Scalars.Of(0.5));
            wrong += sum[0].item<float>() == 1.5f ? 0 : 1;
        }

        await stop.CancelAsync();
        await litter;
        Assert.Equal(0, wrong);
    }
}
