using System.Collections.Immutable;
using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Population;

/// <summary>
/// A step of one or several networks that runs once for all of them. Its value is [N, G·C, H, W], the
/// channels of slot g being g·C, ..., (g + 1)·C − 1.
/// </summary>
/// <param name="Index">Position in <see cref="Schedule.Steps"/>.</param>
/// <param name="Operation">What is computed, the same for all slots but for the names of parameters.</param>
/// <param name="Slots">The G steps that it stands for.</param>
/// <param name="Inputs">What it reads, in the order of the operation's inputs.</param>
/// <param name="Selections">A bit for each selection of the schedule that it belongs to.</param>
public sealed record GroupedStep(
    int Index,
    IOperation Operation,
    ImmutableArray<Slot> Slots,
    ImmutableArray<Reading> Inputs,
    int Selections
)
{
    /// <summary>Shape of a slot's value, without the batch dimension.</summary>
    public Shape Output => Slots[0].Step.Output;

    /// <summary>The operation of a batch norm step.</summary>
    public BatchNorm Norm => (BatchNorm)Operation;

    /// <summary>
    /// A slot's part of the step's value or of a tensor of its shape: [N, C, ...] of [N, G·C, ...].
    /// </summary>
    public Tensor Part(Tensor value, int position) => Part(value, position, dimension: 1);

    /// <summary>
    /// A slot's part of what the first input holds for the step; all of it where the slots share one.
    /// </summary>
    public Tensor InputPart(Tensor input, int position) =>
        Inputs[0].IsShared ? input : Part(input, position, dimension: 1);

    /// <summary>A slot's part of the step's weight or of a tensor of its shape.</summary>
    public Tensor WeightPart(Tensor weight, int position) => Part(weight, position, dimension: 0);

    /// <summary>The numbers of each slot's weight in a row of its own, [G, numbers].</summary>
    public Tensor WeightRows(Tensor weight) => weight.reshape(Slots.Length, -1);

    private Tensor Part(Tensor tensor, int position, int dimension)
    {
        if (Slots.Length == 1)
        {
            return tensor;
        }

        var size = tensor.shape[dimension] / Slots.Length;
        return tensor.narrow(dimension, position * size, size);
    }
}
