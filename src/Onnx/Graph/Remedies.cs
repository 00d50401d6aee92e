namespace ZcBench.Onnx.Graph;

/// <summary>What to do about nodes that are not understood.</summary>
internal static class Remedies
{
    private static readonly (string Remedy, string[] Operators)[] All =
    [
        (
            "export the model by tracing it, with a fixed input, so that no control flow is left",
            ["If", "Loop", "Scan", "SequenceMap", "SequenceAt", "SequenceConstruct", "NonZero", "Compress"]
        ),
        (
            "proxies here look at convolutional networks that classify images",
            [
                "LSTM",
                "GRU",
                "RNN",
                "Attention",
                "MultiHeadAttention",
                "Gather",
                "GatherElements",
                "Einsum",
                "Softmax",
                "OneHot",
                "CumSum",
                "Trilu",
                "RotaryEmbedding",
            ]
        ),
        (
            "export the model before quantisation",
            [
                "QuantizeLinear",
                "DequantizeLinear",
                "DynamicQuantizeLinear",
                "QLinearConv",
                "QLinearMatMul",
                "ConvInteger",
                "MatMulInteger",
            ]
        ),
        (
            "of normalisations batch norm alone is known",
            ["LayerNormalization", "InstanceNormalization", "GroupNormalization", "RMSNormalization"]
        ),
        (
            "cut the model where it ends to classify whole images",
            [
                "Resize",
                "Upsample",
                "ConvTranspose",
                "NonMaxSuppression",
                "RoiAlign",
                "MaxRoiPool",
                "TopK",
                "ArgMax",
                "DepthToSpace",
                "GridSample",
            ]
        ),
    ];

    // These may be parts of what is calculated, or the end of the network.
    private static readonly string[] Harmless = ["Gather", "Softmax"];

    /// <summary>Whether an operation is known to be in the way wherever it is.</summary>
    public static bool Refuses(string operation) =>
        !Harmless.Contains(operation) && Array.Exists(All, item => item.Operators.Contains(operation));

    /// <summary>What to do where an operation is in the way.</summary>
    public static string For(string operation) =>
        Array.Find(All, item => item.Operators.Contains(operation)).Remedy
        ?? "export the model with operations of docs/your-networks.md, in training mode without folding";
}
