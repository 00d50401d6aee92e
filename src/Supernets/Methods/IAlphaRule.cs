using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;
using ZcBench.Supernets.Steps;

namespace ZcBench.Supernets.Methods;

/// <summary>How logits α become θ, and what they are trained by.</summary>
internal interface IAlphaRule
{
    /// <summary>Passes of one step of α and weights.</summary>
    int PassesOfStep { get; }

    /// <summary>α [edges, operations] before training, ready for gradients.</summary>
    Tensor Logits(SupernetTask task, string name);

    /// <summary>θ of a step of the weights.</summary>
    /// <param name="task">Network and draws.</param>
    /// <param name="sub">The network in training.</param>
    /// <param name="stream">Name of the step's draws.</param>
    /// <param name="progress">From 0 in the first epoch to 1 in the last.</param>
    Mixing Mix(SupernetTask task, SubSupernet sub, string stream, double progress);

    /// <summary>The gradient of a step of α.</summary>
    /// <param name="task">Network and draws.</param>
    /// <param name="sub">The network in training.</param>
    /// <param name="training">The minibatch of the weight step that follows.</param>
    /// <param name="validation">The minibatch of this step.</param>
    /// <param name="rate">Of the weights.</param>
    /// <param name="stream">Name of the step's draws.</param>
    /// <param name="progress">From 0 in the first epoch to 1 in the last.</param>
    Tensor Gradient(
        SupernetTask task,
        SubSupernet sub,
        Batch training,
        Batch validation,
        double rate,
        string stream,
        double progress
    );
}
