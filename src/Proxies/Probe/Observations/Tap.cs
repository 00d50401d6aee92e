using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>A convolution or the classifier of one network as a forward pass met it.</summary>
/// <param name="Step">Which step.</param>
/// <param name="Input">What it read: [N, C_in, H, W], or [N, features] at the classifier.</param>
/// <param name="Output">What it yielded.</param>
/// <param name="Weight">Its weight.</param>
public sealed record Tap(Step Step, Tensor Input, Tensor Output, Tensor Weight);
