using ZcBench.Onnx.Constants;

namespace ZcBench.Onnx.Graph;

/// <summary>What a file holds of a batch norm, [C] each.</summary>
/// <param name="Scale">The scale.</param>
/// <param name="Shift">The shift.</param>
/// <param name="Mean">The running mean.</param>
/// <param name="Variance">The running variance.</param>
internal sealed record NormConstants(Constant Scale, Constant Shift, Constant Mean, Constant Variance);
