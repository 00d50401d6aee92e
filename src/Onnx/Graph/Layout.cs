namespace ZcBench.Onnx.Graph;

/// <summary>How the graph lays out a value that is a feature map [C, H, W] of each image.</summary>
internal enum Layout
{
    /// <summary>[N, C, H, W].</summary>
    Maps,

    /// <summary>[N, H, W, C].</summary>
    ChannelsLast,

    /// <summary>[N, C], of maps of one pixel.</summary>
    Features,

    /// <summary>[N, C, H · W].</summary>
    Pixels,

    /// <summary>[N, G, C / G, H, W].</summary>
    Grouped,

    /// <summary>[N, C / G, G, H, W], the channels shuffled.</summary>
    Shuffled,
}
