using MathNet.Numerics.LinearAlgebra;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Probe;
using ZcBench.Proxies.Probe.Observations;
using ZcBench.Scores;

namespace ZcBench.Proxies.Catalogue;

/// <summary>How far samples are told apart by activations and gradients at ReLUs, late cells first.</summary>
internal sealed class WrCor : IProxy
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "wrcor",
            Title = "weighted response correlation (WRCor)",
            Formula =
                "log |det K|, K = Σ_i 2ⁱ Σ_{ReLUs of cell i} (2 |corr x| + |corr ∂L/∂x| + |corr ∂L/∂h|)",
            Paper = Papers.WrCor,
            Reference = "kunjing96/ZSNAS-WRCor, act_grad_cor_weighted",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "batch statistics",
            Layers = "inputs of the ReLUs of cells and head, and of the batch norms in one module with one",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "one forward and one backward pass (shared) and correlations at every ReLU",
            Notes =
                "x is what a ReLU reads, h what the batch norm behind it does; "
                + "correlations are between samples. "
                + "As in the reference, a module ReLUConvBN counts beside the ReLU inside it: "
                + "hence x twice and the gradient at h. "
                + "A ReLU outside such a module gives |corr x| + |corr ∂L/∂x|; "
                + "the last one, before the pooling, works in place and is read after the activation. "
                + "The gradient at a ReLU is what comes back through that ReLU alone. "
                + "Cells are numbered from 0, and the head comes after the last; the stem does not count. "
                + "A matrix with a constant row is skipped whole, so dead branches give gradients at h only, "
                + "in a second pass that computes what is zero. "
                + "In other spaces the numbers of ReLU modules and of modules around them "
                + "stand for the module tree; where it cannot be told which layer reads which module, "
                + "the whole gradient counts for each. "
                + "The sign of the determinant is dropped. "
                + "Undefined without ReLU and when the logits do not depend on the images "
                + "(the reference returns minus infinity).",
        };

    /// <inheritdoc/>
    public IReadOnlyList<Need> Needs { get; } = [ReluCorrelations.Need, Structure.Need];

    /// <inheritdoc/>
    public Score Score(Evidence evidence) => Of(evidence, correlations => correlations.Weighted);

    /// <summary>log |det| of one of the sums, or why there is none.</summary>
    internal static Score Of(Evidence evidence, Func<ReluCorrelations, Matrix<double>> sum)
    {
        var network = evidence.Get(Structure.Need);
        return DeadNetwork.ReasonOf(network) is { } reason ? Scores.Score.Undefined(reason)
            : !network.Steps.Any(step => step.Operation is Relu)
                ? Scores.Score.Undefined(ActivationCodes.None)
            : LogDeterminant(sum(evidence.Get(ReluCorrelations.Need)));
    }

    private static Score LogDeterminant(Matrix<double> sum)
    {
        var value = AgreementKernel.LogDeterminant(sum);
        return double.IsNegativeInfinity(value)
            ? Scores.Score.Undefined("the correlations at the ReLUs do not tell the samples apart")
            : Scores.Score.Of(value);
    }
}
