using ZcBench.Proxies.Networks;

namespace ZcBench.Supernets.Steps;

/// <summary>A minibatch on the device.</summary>
/// <param name="Images">[N, C, H, W].</param>
/// <param name="Labels">[N].</param>
internal sealed record Batch(Tensor Images, Tensor Labels) : IDisposable
{
    /// <summary>Copies a minibatch.</summary>
    public static Batch Of(Minibatch batch, Placement placement)
    {
        var image = batch.Task.Image;
        return new(
            placement.Maps(batch.Pixels, batch.Count, image.Channels, image.Height, image.Width),
            torch.tensor(batch.Labels, device: placement.Device)
        );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }
}
