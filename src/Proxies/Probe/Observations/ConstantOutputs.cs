using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// What the minibatch gives where every weight of the network, batch norm scales included, is one and the
/// same constant and every bias is 0: all logits of a sample are equal, so there is one number a sample.
/// </summary>
/// <param name="First">With the smaller constant, [N].</param>
/// <param name="Second">With the larger one.</param>
/// <param name="Reason">Why they are no outputs; null where they are.</param>
public sealed record ConstantOutputs(
    IReadOnlyList<double> First,
    IReadOnlyList<double> Second,
    string? Reason = null
)
{
    private static readonly (double, double) Usual = (1e-7, 1);

    // The authors' for this space.
    private static readonly (double, double) NasBench101 = (1e-4, 10);

    /// <summary>With the constants of the search space.</summary>
    public static Need<ConstantOutputs> Need { get; } =
        With(
            "constant_outputs",
            session => session.Architectures.First().Space == "nasbench101" ? NasBench101 : Usual
        );

    /// <summary>With given constants.</summary>
    internal static Need<ConstantOutputs> With(double first, double second) =>
        With("given_constant_outputs", _ => (first, second));

    private static Need<ConstantOutputs> With(string id, Func<Session, (double, double)> constants) =>
        new(
            id,
            "two forward passes, all weights one constant",
            [],
            session => Run(session, constants(session))
        )
        {
            Selects = StepSelection.Logits,
            Passes = 0.5,
            Holds = 0.1,
            BuildsNetwork = true,
        };

    private static IReadOnlyList<ConstantOutputs> Run(
        Session session,
        (double First, double Second) constants
    )
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var (first, second) = (Outputs(session, constants.First), Outputs(session, constants.Second));
        return
        [
            .. session.Blueprints.Select(
                (network, member) =>
                    new ConstantOutputs(
                        Numbers.All(first.select(1, member)),
                        Numbers.All(second.select(1, member)),
                        network.ReachesLogits(0) ? null : Unreached.Reason
                    )
            ),
        ];
    }

    // [N, P].
    private static Tensor Outputs(Session session, double constant)
    {
        var network = session.Network;
        var logits = Evaluation.Run(
            network.Schedule,
            network.Schedule.Needed(StepSelection.Logits),
            network.Inputs(session.Images),
            Unobserved.Instance,
            (step, inputs) =>
            {
                using var scope = torch.NewDisposeScope();
                return Compute(session, step, inputs, constant).MoveToOuterDisposeScope();
            }
        )!;
        return logits.reshape(session.Samples, session.Blueprints.Count, -1).select(2, 0);
    }

    private static Tensor Compute(Session session, GroupedStep step, Tensor[] inputs, double constant) =>
        step.Operation switch
        {
            Convolution conv => Convolve(step, conv, inputs[0], constant),
            Classifier linear => Repeated(
                inputs[0]
                    .reshape(session.Samples, step.Slots.Length, 1, -1)
                    .sum([3L])
                    .mul(Scalars.Of(constant)),
                linear.Out
            ),
            BatchNorm norm => Scaled(
                BatchStatistics.Instance.Normalise(step, inputs[0], default),
                norm.IsAffine ? constant : 1
            ),
            ChannelScale => Scaled(inputs[0], constant),
            ChannelShift => inputs[0].view(inputs[0].shape),
            Zero => session.Network.Zeros(step, session.Samples),
            _ => Arithmetic.WithoutWeights(step, inputs),
        };

    // With equal weights all output channels of a group are equal: one is computed, from the sum of the input
    // channels.
    private static Tensor Convolve(GroupedStep step, Convolution conv, Tensor input, double constant)
    {
        var slots = step.Inputs[0].IsShared ? 1 : step.Slots.Length;
        var (samples, height, width) = (input.shape[0], input.shape[2], input.shape[3]);
        var sums = input.reshape(samples, slots * conv.Groups, conv.GroupIn, height, width).sum([2L]);
        var windows = torch.nn.functional.conv2d(
            sums.reshape(-1, 1, height, width),
            torch.ones([1, 1, conv.Kernel, conv.KernelWidth], dtype: input.dtype, device: input.device),
            null,
            [conv.Stride, conv.Stride],
            [conv.Padding, conv.Padding],
            [conv.Dilation, conv.Dilation]
        );
        var each = windows
            .mul(Scalars.Of(constant))
            .reshape(samples, slots, conv.Groups, windows.shape[2], windows.shape[3])
            .expand(samples, step.Slots.Length, -1, -1, -1);
        return Repeated(each, conv.Out / conv.Groups);
    }

    // [N, G, groups, ...] → [N, G · groups · times, ...], each as often.
    private static Tensor Repeated(Tensor each, long times)
    {
        var rest = each.shape[3..];
        return each.unsqueeze(3)
            .expand([.. each.shape[..3], times, .. rest])
            .reshape([each.shape[0], -1, .. rest]);
    }

    private static Tensor Scaled(Tensor value, double factor) => value.mul(Scalars.Of(factor));
}
