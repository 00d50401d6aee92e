using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Probe.Observations;

namespace ZcBench.Proxies.Probe;

/// <summary>Everything a proxy can ask to see, and what each is made from.</summary>
public static class Needs
{
    /// <summary>The network as data; costs nothing.</summary>
    public static Need<Blueprint> Structure { get; } =
        new("structure", "the network without weights", [], session => session.Blueprint);

    /// <summary>Weights of all convolutions, dead ones included, and of the classifier.</summary>
    public static Need<IReadOnlyList<Tensor>> AllWeights { get; } =
        new(
            "all_weights",
            "weights of every layer, dead ones included",
            [],
            session =>
                [
                    .. session
                        .Blueprint.Steps.Select(step => session.Network.Weight(step.Index))
                        .OfType<Tensor>(),
                ]
        );

    /// <summary>The shared forward pass in training mode.</summary>
    public static Need<ForwardTrace> Forward { get; } =
        new("forward", "forward pass of the minibatch in training mode", [], ForwardTrace.Run)
        {
            Passes = 1,
            Keeps = 0.1,
        };

    /// <summary>Agreement of the samples' activation codes over all ReLUs, dead branches included.</summary>
    public static Need<AgreementKernel> Agreement { get; } =
        new(
            "agreement",
            "Hamming distances of activation codes, read during the forward pass",
            [Forward],
            session => session.Get(Forward).Agreement!
        );

    /// <summary>Distinct patterns of units over samples.</summary>
    public static Need<UnitPatternCount> UnitPatterns { get; } =
        new(
            "unit_patterns",
            "distinct activation patterns of units, read during the forward pass",
            [Forward],
            session => new(session.Get(Forward).Patterns?.Count)
        );

    /// <summary>Eigenvalues of each stage's channel covariance.</summary>
    public static Need<StageSpectra> StageSpectra { get; } =
        new(
            "stage_spectra",
            "eigenvalues of the stages' channel covariances",
            [Forward],
            Observations.StageSpectra.Run
        )
        {
            Passes = 0.2,
            HoldsLargest = 10,
        };

    /// <summary>How random signs come back through each block.</summary>
    public static Need<StageAlignment> StageAlignment { get; } =
        new(
            "stage_alignment",
            "random signs sent back through each block",
            [Forward],
            Observations.StageAlignment.Run
        )
        {
            Differentiates = true,
            Passes = 1,
            Holds = 0.2,
        };

    /// <summary>Gradients of the mean loss with respect to the weights.</summary>
    public static Need<Gradients> LossGradients { get; } =
        new(
            "loss_gradients",
            "backward pass of the mean cross-entropy to the weights",
            [Forward],
            Observations.LossGradients.First
        )
        {
            Differentiates = true,
            Passes = 2,
            Holds = 0.2,
        };

    /// <summary>The same, with gradients of the layers' outputs too.</summary>
    public static Need<Gradients> OutputGradients { get; } =
        new(
            "output_gradients",
            "the same backward pass, stopping at layer outputs too",
            [LossGradients],
            session => session.Get(LossGradients)
        )
        {
            Differentiates = true,
            Keeps = 0.8,
        };

    /// <summary>Gradients of the loss on two minibatches.</summary>
    public static Need<GradientPairs> GradientPairs { get; } =
        new(
            "second_gradients",
            "forward and backward pass of a second minibatch",
            [LossGradients],
            Observations.LossGradients.Second
        )
        {
            Differentiates = true,
            Passes = 3,
            Holds = 1.2,
        };

    /// <summary>The second derivative along weights and gradient.</summary>
    public static Need<Curvature> Curvature { get; } =
        new(
            "curvature",
            "wᵀHg by one forward pass of second-order numbers",
            [LossGradients],
            Observations.Curvature.Run
        )
        {
            Differentiates = true,
            Passes = 6,
            HoldsLargest = 26,
        };

    /// <summary>Correlations between the samples' input gradients.</summary>
    public static Need<InputJacobian> InputJacobian { get; } =
        new(
            "input_jacobian",
            "backward pass of all logits to the input",
            [Forward],
            Observations.InputJacobian.Run
        )
        {
            Differentiates = true,
            DifferentiatesInput = true,
            Passes = 1,
            Holds = 0.2,
        };

    /// <summary>Kernel of per-sample products of one backward pass of the true logits.</summary>
    public static Need<SampleKernel> LogitKernel { get; } =
        new(
            "logit_kernel",
            "backward pass of the true-label logits to layer outputs, products a sample",
            [Forward],
            SampleKernels.OfTrueLogits
        )
        {
            Differentiates = true,
            Passes = 2,
            Holds = 0.6,
        };

    /// <summary>Tangent kernel with frozen batch statistics.</summary>
    public static Need<SampleKernel> FrozenKernel { get; } =
        new(
            "frozen_kernel",
            "forward and backward pass with batch statistics held constant, products a sample",
            [],
            SampleKernels.Frozen
        )
        {
            Differentiates = true,
            Passes = 3,
            Holds = 1.9,
        };

    /// <summary>Tangent kernel in training mode.</summary>
    public static Need<SampleKernel> TrainKernel { get; } =
        new(
            "train_kernel",
            "forward pass and one backward pass a sample in training mode",
            [],
            SampleKernels.TrainMode
        )
        {
            Differentiates = true,
            Passes = null,
            Holds = 1.3,
            HoldsWeightsPerSample = 2,
        };

    /// <summary>Agreement of single samples' gradient signs.</summary>
    public static Need<SampleSigns> SampleSigns { get; } =
        new(
            "sample_signs",
            "forward and backward pass with each sample normalised alone, products a sample",
            [],
            Observations.SampleSigns.Run
        )
        {
            Differentiates = true,
            Passes = 3,
            Holds = 2.2,
        };

    /// <summary>Synaptic flow without batch norm.</summary>
    public static Need<SynapticFlow> Flow { get; } =
        new(
            "flow",
            "forward and backward pass of one image of ones, absolute weights, no batch norm",
            [],
            SynapticFlow.WithoutNorm
        )
        {
            Passes = 0.2,
            HoldsWeights = 28,
        };

    /// <summary>Synaptic flow with batch norm.</summary>
    public static Need<SynapticFlow> NormFlow { get; } =
        new(
            "norm_flow",
            "forward and backward pass of one image of ones, absolute weights",
            [],
            SynapticFlow.WithNorm
        )
        {
            Passes = 0.2,
            HoldsWeights = 28,
        };

    /// <summary>Answer of the last features to a change of the input.</summary>
    public static Need<Perturbation> Perturbation { get; } =
        new(
            "perturbation",
            "two forward passes, the second of a slightly changed input",
            [],
            Observations.Perturbation.Run
        )
        {
            Passes = 2,
            Holds = 0.1,
        };

    /// <summary>Linear regions of the thin cell.</summary>
    public static Need<ThinRegions> ThinRegions { get; } =
        new(
            "thin_regions",
            "three forward passes of the cell alone, one channel, 3x3 images",
            [],
            Observations.ThinRegions.Run
        )
        {
            Passes = 0.1,
        };

    /// <summary>Correlations between channels of single feature maps.</summary>
    public static Need<ChannelCorrelations> ChannelCorrelations { get; } =
        new(
            "channel_correlations",
            "forward pass of the first image alone",
            [],
            Observations.ChannelCorrelations.Run
        )
        {
            Passes = 0.1,
        };
}
