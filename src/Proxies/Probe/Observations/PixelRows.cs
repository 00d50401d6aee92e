namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Feature maps as matrices of pixels by channels.</summary>
internal static class PixelRows
{
    /// <summary>[N, G·C, H, W] → [G, N·H·W, C]: for each slot a row for each pixel of each sample.</summary>
    public static Tensor Of(Tensor maps, int slots)
    {
        var rows = maps.permute(0, 2, 3, 1).reshape(-1, slots, maps.shape[1] / slots);
        return rows.transpose(0, 1);
    }
}
