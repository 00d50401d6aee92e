using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Watches a pass for what the derivatives with respect to the first number of each tensor of parameters are
/// made of: with g the gradient of a step's first output channel, Σ over pixels of g times what that number
/// multiplies, or Σ g where it is added.
/// </summary>
internal sealed class FirstFactors : IForwardObserver
{
    private readonly ParameterTensor[][] _tensors;
    private readonly HashSet<(int Member, int Step)> _wanted;
    private readonly List<(GroupedStep Step, Tensor Output, Tensor? Multiplied)> _seen = [];

    /// <summary>A watcher of the first tensors of each network, at most so many.</summary>
    public FirstFactors(Schedule schedule, int most)
    {
        _tensors = [.. schedule.Members.Select(member => member.ParameterTensors.Take(most).ToArray())];
        _wanted = [.. _tensors.SelectMany((all, member) => all.Select(tensor => (member, tensor.Step)))];
    }

    /// <summary>The outputs to differentiate with respect to.</summary>
    public IReadOnlyList<Tensor> Outputs => [.. _seen.Select(item => item.Output)];

    public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
    {
        if (!Keeps(step))
        {
            return;
        }

        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var multiplied = step.Operation switch
        {
            Convolution conv => Corner(
                First(inputs[0], step.Inputs[0].IsShared ? 1 : step.Slots.Length),
                conv,
                value
            ),
            Classifier or ChannelScale => First(inputs[0], step.Slots.Length),
            BatchNorm => InitialStatistics.Normal(step, First(inputs[0], step.Slots.Length)),
            _ => null,
        };
        _seen.Add((step, value, multiplied?.detach().MoveToOuterDisposeScope()));
    }

    // A gathered value was seen where it was computed.
    public bool Keeps(GroupedStep step) =>
        step.Operation is not Gathering
        && step.Slots.Any(slot => _wanted.Contains((slot.Member, slot.Step.Index)));

    /// <summary>
    /// Of the gradients of the outputs the derivatives [N, D + 1], of each slot's first weight and of its
    /// first bias, step by step; the last column is zero.
    /// </summary>
    public Tensor Derivatives(IReadOnlyList<Tensor> gradients, long samples)
    {
        var columns = new List<Tensor>();
        foreach (var ((step, output, multiplied), gradient) in _seen.Zip(gradients))
        {
            var first = First(gradient, step.Slots.Length);
            columns.Add(Pixels(multiplied is null ? first : first.mul(multiplied)));
            columns.Add(Pixels(first));
        }

        columns.Add(
            columns.Count > 0
                ? torch.zeros_like(columns[0].narrow(1, 0, 1))
                : torch.zeros([samples, 1], dtype: torch.float64)
        );
        return torch.cat(columns, 1);
    }

    /// <summary>Which of the derivatives are those of a network's tensors, in their order.</summary>
    public Tensor ColumnsOf(int member, torch.Device device)
    {
        var columns = new Dictionary<ParameterTensor, long>();
        var first = 0L;
        foreach (var (step, _, _) in _seen)
        {
            foreach (var (position, slot) in step.Slots.Index())
            {
                if (slot.Member == member)
                {
                    columns[new(slot.Step.Index, ParameterKind.Weight)] = first + position;
                    columns[new(slot.Step.Index, ParameterKind.Bias)] = first + step.Slots.Length + position;
                }
            }

            first += 2 * step.Slots.Length;
        }

        long[] chosen = [.. _tensors[member].Select(tensor => columns.GetValueOrDefault(tensor, first))];
        return torch.tensor(chosen, device: device);
    }

    // [N, G·C, ...] → [N, G, ...], each slot's first channel.
    private static Tensor First(Tensor value, int slots) =>
        value.reshape([value.shape[0], slots, -1, .. value.shape[2..]]).select(2, 0);

    private static Tensor Pixels(Tensor products) => products.ndim == 4 ? products.sum([2L, 3]) : products;

    // What the kernel's first weight multiplies at each pixel of the output.
    private static Tensor Corner(Tensor input, Convolution conv, Tensor output)
    {
        var padded = torch.nn.functional.pad(input, [conv.Padding, conv.Padding, conv.Padding, conv.Padding]);
        return padded[
            torch.TensorIndex.Colon,
            torch.TensorIndex.Colon,
            Every(output.shape[2], conv.Stride),
            Every(output.shape[3], conv.Stride)
        ]
            .clone();
    }

    private static torch.TensorIndex Every(long count, int stride) =>
        torch.TensorIndex.Slice(0, (count - 1) * stride + 1, stride);
}
