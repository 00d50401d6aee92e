using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;
using static TorchSharp.torch.nn;

namespace ZcBench.Training.States;

/// <summary>
/// Batch norm of a training: by the batch while it trains, its running mean and variance following by
/// the step's momentum, a tenth as a rule, from 0 and 1; by these when it is judged.
/// </summary>
internal sealed class RunningNorm : INormalisation
{
    private readonly NamedTensors _running;
    private readonly bool _isTraining;

    public RunningNorm(NamedTensors running, bool isTraining)
    {
        _running = running;
        _isTraining = isTraining;
    }

    public Tensor Normalise(GroupedStep step, Tensor input, NormParameters parameters) =>
        functional.batch_norm(
            input,
            Running($"{step.Index}.mean", 0, input),
            Running($"{step.Index}.variance", 1, input),
            parameters.Scale!,
            parameters.Shift!,
            training: _isTraining,
            momentum: step.Norm.Momentum,
            eps: step.Norm.Epsilon
        );

    private Tensor Running(string name, double begin, Tensor input)
    {
        if (_running.Find(name) is { } running)
        {
            return running;
        }

        _running.Set(
            name,
            torch.full([input.shape[1]], Scalars.Of(begin), dtype: input.dtype, device: input.device)
        );
        return _running[name];
    }
}
