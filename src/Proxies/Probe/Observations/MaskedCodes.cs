using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Activation codes of a network whose convolutions read masked inputs and which normalises each sample over
/// channels and pixels.
/// </summary>
/// <param name="Agreement">Agreement of the samples' codes, counted as for wot.</param>
/// <param name="Patterns">Distinct patterns of units over samples.</param>
public sealed record MaskedCodes(AgreementKernel Agreement, UnitPatternCount Patterns)
{
    /// <summary>The share of a convolution's inputs that is kept, 1 − α.</summary>
    public const double Share = 0.05;

    /// <summary>Codes under both changes.</summary>
    public static Need<MaskedCodes> Need { get; } = Under(isMasked: true, isRescaled: true);

    /// <summary>Codes under one of the changes, both or none.</summary>
    /// <param name="isMasked">Whether convolutions after the stem read masked inputs.</param>
    /// <param name="isRescaled">Whether batch norm gives way to layer normalisation.</param>
    internal static Need<MaskedCodes> Under(bool isMasked, bool isRescaled) =>
        new(
            "masked_codes",
            "forward pass with masked inputs of convolutions and layer normalisation",
            [],
            session => Run(session, isMasked ? new Masks(session) : null, isRescaled)
        )
        {
            Selects = StepSelection.Everything,
            Passes = 1,
            HoldsLargest = 4,
        };

    private static IReadOnlyList<MaskedCodes> Run(Session session, Masks? masks, bool isRescaled)
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var network = session.Network;
        var agreement = new ActivationAgreement(session);
        var patterns = new ActivationPatterns(session);
        network.Forward(
            network.Inputs(session.Images),
            network.Schedule.Needed(StepSelection.Everything),
            new Both(agreement, patterns),
            isRescaled ? new LayerStatistics() : null,
            masks
        );
        return [.. agreement.Seen().Zip(patterns.Seen(), (kernel, count) => new MaskedCodes(kernel, count))];
    }

    private sealed class Both(IForwardObserver one, IForwardObserver other) : IForwardObserver
    {
        public void Computed(GroupedStep step, IReadOnlyList<Tensor> inputs, Tensor value)
        {
            one.Computed(step, inputs, value);
            other.Computed(step, inputs, value);
        }
    }

    /// <summary>Masks of all convolutions but those of the stem.</summary>
    private sealed class Masks(Session session) : IInputMasks
    {
        public Tensor? Masked(GroupedStep step, Tensor input)
        {
            if (step.Slots.All(IsOfStem))
            {
                return null;
            }

            using var scope = torch.NewDisposeScope();
            var conv = (Convolution)step.Operation;
            long[] shape = [input.shape[0], conv.In, input.shape[2], input.shape[3]];
            Tensor[] masks = [.. step.Slots.Select(slot => MaskOf(slot, shape, input.device))];
            var mask = masks.Length == 1 ? masks[0] : torch.cat(masks, 1);

            // Slots that share one input mask it each in its own way.
            var repeated = step.Inputs[0].IsShared ? input.repeat(1, masks.Length, 1, 1) : input;
            return repeated.mul(mask).MoveToOuterDisposeScope();
        }

        private Tensor MaskOf(Slot slot, long[] shape, torch.Device device) =>
            IsOfStem(slot)
                ? torch.ones(shape, dtype: torch.@bool, device: device)
                : session.Mask(((Convolution)slot.Step.Operation).Path, shape, Share);

        // Where the network has no named parts, the stem is what reads the images.
        private bool IsOfStem(Slot slot)
        {
            var network = session.Blueprints[slot.Member];
            return network.Stages.IsEmpty
                ? slot.Step.Inputs[0] == 0
                : slot.Step.Index < network.Stages[0].Steps.End.GetOffset(network.Steps.Length);
        }
    }
}
