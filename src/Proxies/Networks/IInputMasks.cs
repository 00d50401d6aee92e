using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Networks;

/// <summary>What the inputs of convolutions are masked by in a forward pass.</summary>
internal interface IInputMasks
{
    /// <summary>
    /// What a convolution step reads in the place of its input: [N, G·In, H, W]; null for the input itself.
    /// </summary>
    Tensor? Masked(GroupedStep step, Tensor input);
}
