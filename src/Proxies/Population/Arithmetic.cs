using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Networks;
using static TorchSharp.torch.nn;

namespace ZcBench.Proxies.Population;

/// <summary>What grouped steps compute, channels of different slots apart.</summary>
internal static class Arithmetic
{
    /// <summary>Convolutions of the slots by their weights [G·Out, In / Groups, Kernel, Kernel].</summary>
    public static Tensor Convolve(GroupedStep step, Convolution conv, Tensor input, Tensor weight) =>
        functional.conv2d(
            input,
            weight,
            null,
            [conv.Stride, conv.Stride],
            [conv.Padding, conv.Padding],
            [conv.Dilation, conv.Dilation],
            groups: step.Inputs[0].IsShared ? 1 : step.Slots.Length * conv.Groups
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

    /// <summary>The operations that are linear and have no weights.</summary>
    public static Tensor Rearrange(GroupedStep step, Tensor[] inputs) =>
        step.Operation switch
        {
            AveragePool pool => WindowAverage.Of(inputs[0], pool),
            GlobalAveragePool => inputs[0].mean([2, 3]),
            Sum => Added(inputs),
            Shift => functional.pad(inputs[0], [-1, 1, -1, 1]),
            FirstChannels first => EachSlot(step, inputs, part => part.narrow(1, 0, first.Count)),
            Concatenation => EachSlot(step, inputs, part => part),
            Gathering => inputs[0].view(inputs[0].shape),
            _ => throw new InvalidOperationException($"operation {step.Operation} is not computed"),
        };

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
