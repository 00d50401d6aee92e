using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Networks;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Population;

/// <summary>What grouped steps compute, channels of different slots apart.</summary>
internal static class Arithmetic
{
    /// <summary>
    /// Convolutions of the slots by their weights [G·Out, In / Groups, Kernel, Kernel], with the biases
    /// [G·Out] if there are any. Inputs are [N, G·In, H, W], or [N, In, H, W] where the slots share one.
    /// </summary>
    public static Tensor Convolve(
        GroupedStep step,
        Convolution conv,
        Tensor input,
        Tensor weight,
        Tensor? bias = null
    )
    {
        var isOne = step.Inputs[0].IsShared && input.shape[1] == conv.In;
        long groups = isOne ? 1 : step.Slots.Length * conv.Groups;
        if (groups == 1 && PixelProducts.IsNeeded(conv, input, weight))
        {
            return PixelProducts.Of(conv, input, weight, bias);
        }

        if (bias is null && DirectConvolution.Covers(conv, groups, input, weight))
        {
            return DirectConvolution.Of(conv, groups, input, weight);
        }

        return ByLibtorch(conv, groups, input, weight, bias);
    }

    /// <summary>A convolution of so many groups by libtorch's own operation.</summary>
    public static Tensor ByLibtorch(
        Convolution conv,
        long groups,
        Tensor input,
        Tensor weight,
        Tensor? bias = null
    ) =>
        functional.conv2d(
            input,
            weight,
            bias,
            [conv.Stride, conv.Stride],
            [conv.Padding, conv.Padding],
            [conv.Dilation, conv.Dilation],
            groups: groups
        );

    /// <summary>
    /// [N, G·In] and weights [G·Out, In] → [N, G·Out], slot by slot, with the biases [G·Out] if there are
    /// any.
    /// </summary>
    public static Tensor Classify(GroupedStep step, Tensor input, Tensor weight, Tensor? bias)
    {
        var slots = step.Slots.Length;
        if (slots == 1)
        {
            return functional.linear(input, weight, bias);
        }

        using var scope = torch.NewDisposeScope();
        var samples = input.reshape(input.shape[0], slots, -1).transpose(0, 1);
        var products = samples.bmm(weight.reshape(slots, -1, samples.shape[2]).transpose(1, 2));
        var logits = products.transpose(0, 1).reshape(input.shape[0], -1);
        return (bias is null ? logits : logits.add(bias, Scalars.Of(1))).MoveToOuterDisposeScope();
    }

    /// <summary>The operations that have no weights.</summary>
    public static Tensor WithoutWeights(GroupedStep step, Tensor[] inputs) =>
        step.Operation switch
        {
            Relu relu => Elementwise.Rectify(inputs[0], relu),
            Activation activation => Elementwise.Of(inputs[0], activation),
            Rescale rescale => Elementwise.Scale(inputs[0], rescale),
            Product => Multiply(step, inputs[0], inputs[1]),
            MaxPool pool => Largest(inputs[0], pool),
            _ => Rearrange(step, inputs),
        };

    /// <summary>The operations that are linear and have no weights.</summary>
    public static Tensor Rearrange(GroupedStep step, Tensor[] inputs) =>
        step.Operation switch
        {
            AveragePool pool => WindowAverage.Of(inputs[0], pool),
            GlobalAveragePool => inputs[0].mean([2, 3]),
            Sum => Added(inputs),
            Shift => functional.pad(inputs[0], [-1, 1, -1, 1]),
            Pad pad => Padded(inputs[0], pad.Sides),
            ChannelRange range => EachSlot(step, inputs, part => part.narrow(1, range.First, range.Count)),
            ChannelShuffle shuffle => EachSlot(step, inputs, part => Shuffled(part, shuffle.Groups)),
            ChannelWindow window => EachSlot(step, inputs, part => WindowSums(part, window.Size)),
            Flattening flattening => Flat(step, inputs[0], flattening.PixelsFirst),
            Concatenation => EachSlot(step, inputs, part => part),
            Gathering => inputs[0].view(inputs[0].shape),
            _ => throw new InvalidOperationException($"operation {step.Operation} is not computed"),
        };

    /// <summary>The largest of each window.</summary>
    public static Tensor Largest(Tensor input, MaxPool pool)
    {
        using var padded = pool.Extra.IsEmpty ? null : Padded(input, pool.Extra, double.NegativeInfinity);
        return functional.max_pool2d(
            padded ?? input,
            [pool.Kernel, pool.Kernel],
            [pool.Stride, pool.Stride],
            [pool.Padding, pool.Padding]
        );
    }

    /// <summary>
    /// Products of two values, slot by slot where one has fewer channels a slot than the other.
    /// </summary>
    public static Tensor Multiply(GroupedStep step, Tensor one, Tensor other)
    {
        if (one.shape[1] == other.shape[1] || step.Slots.Length == 1)
        {
            return one.mul(other);
        }

        using var scope = torch.NewDisposeScope();
        var parts = Enumerable
            .Range(0, step.Slots.Length)
            .Select(slot => step.Part(one, slot).mul(step.Part(other, slot)));
        return torch.cat([.. parts], 1).MoveToOuterDisposeScope();
    }

    /// <summary>A map with pixels of one value on its sides, or without some of its pixels.</summary>
    public static Tensor Padded(Tensor input, Margins sides, double value = 0) =>
        functional.pad(
            input,
            [sides.Left, sides.Right, sides.Top, sides.Bottom],
            PaddingModes.Constant,
            value
        );

    private static Tensor Shuffled(Tensor part, int groups) =>
        part.reshape(part.shape[0], groups, -1, part.shape[2], part.shape[3])
            .transpose(1, 2)
            .reshape(part.shape);

    // As the sum over windows of depth of one-channel volumes.
    private static Tensor WindowSums(Tensor part, int size)
    {
        var before = (size - 1) / 2;
        var volume = functional.pad(part.unsqueeze(1), [0, 0, 0, 0, before, size - 1 - before]);
        return functional.avg_pool3d(volume, [size, 1, 1], [1, 1, 1]).squeeze(1).mul(Scalars.Of(size));
    }

    private static Tensor Flat(GroupedStep step, Tensor input, bool pixelsFirst) =>
        pixelsFirst
            ? EachSlot(step, [input], part => part.permute(0, 2, 3, 1).reshape(part.shape[0], -1, 1, 1))
            : input.reshape(input.shape[0], -1, 1, 1);

    /// <summary>The sum of values, left to right.</summary>
    private static Tensor Added(Tensor[] terms)
    {
        var sum = terms[0].add(terms[1], Scalars.Of(1));
        foreach (var term in terms.Skip(2))
        {
            sum.add_(term, Scalars.Of(1));
        }

        return sum;
    }

    // [N, G·C, ...] of all inputs → the first channels of each slot, or the channels of all inputs slot by
    // slot.
    private static Tensor EachSlot(GroupedStep step, Tensor[] inputs, Func<Tensor, Tensor> change)
    {
        using var scope = torch.NewDisposeScope();
        var parts = Enumerable
            .Range(0, step.Slots.Length)
            .SelectMany(slot => inputs.Select(input => change(step.Part(input, slot))))
            .ToArray();
        return (parts.Length == 1 ? parts[0] : torch.cat(parts, 1)).MoveToOuterDisposeScope();
    }
}
