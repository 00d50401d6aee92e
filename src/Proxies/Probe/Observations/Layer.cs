using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>A convolution or the classifier as a forward pass met it, of one or several networks.</summary>
/// <param name="Step">Which step.</param>
/// <param name="Input">
/// What it read: [N, G·C_in, H, W], or [N, G·features] at the classifier; without G where all slots read one
/// value.
/// </param>
/// <param name="Output">What it yielded, [N, G·C_out, ...].</param>
/// <param name="Weight">Its weights, [G·C_out, ...].</param>
internal sealed record Layer(GroupedStep Step, Tensor Input, Tensor Output, Tensor Weight)
{
    /// <summary>The layer of one network.</summary>
    public Tap Tap(int position) =>
        new(
            Step.Slots[position].Step,
            Step.InputPart(Input, position),
            Step.Part(Output, position),
            Step.WeightPart(Weight, position)
        );
}
