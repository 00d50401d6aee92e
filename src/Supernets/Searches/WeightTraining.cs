using ZcBench.Supernets.Network;
using ZcBench.Supernets.Steps;
using ZcBench.Training;

namespace ZcBench.Supernets.Searches;

/// <summary>
/// How the weights of a shared network are trained here: SGD with Nesterov's momentum 0.9, weight decay
/// 5·10⁻⁴, gradients clipped at 5, and a rate that falls by a cosine from 0.025 to 0.001, as the published
/// code of GM-NAS trains them.
/// </summary>
internal sealed class WeightTraining
{
    private readonly SupernetTask _task;
    private readonly CosineRate _rate;

    /// <summary>Training over so many epochs.</summary>
    public WeightTraining(SupernetTask task, int epochs)
    {
        _task = task;
        _rate = new(0.025, 0.001, epochs);
    }

    /// <summary>The optimiser.</summary>
    public static Sgd Optimiser { get; } = new(0.9, IsNesterov: true, 5e-4, 5);

    /// <summary>The rate of an epoch.</summary>
    public double Rate(int epoch) => _rate.Of(epoch);

    /// <summary>One epoch: at each step something else first, then the weights.</summary>
    /// <param name="state">Where the mean loss is noted.</param>
    /// <param name="name">Name of the network.</param>
    /// <param name="sub">The network.</param>
    /// <param name="epoch">Of the schedule.</param>
    /// <param name="mixing">θ of a step's weights.</param>
    /// <param name="before">Told each step's number and its minibatch; null for nothing.</param>
    public void Epoch(
        SearchState state,
        string name,
        SubSupernet sub,
        int epoch,
        Func<int, Mixing> mixing,
        Action<int, Batch>? before = null
    )
    {
        var loss = 0.0;
        for (var step = 0; step < _task.Steps; step++)
        {
            using var scope = torch.NewDisposeScope();
            using var batch = _task.TrainingBatch($"{name}/train/{state.Epoch}/{step}");
            before?.Invoke(step, batch);
            loss += WeightStep.Take(_task.Net, sub, mixing(step), batch, Optimiser, Rate(epoch)).Loss;
            _task.CountPasses(1);
        }

        state.Read(ReadingKind.Loss, name, "training", "", loss / _task.Steps);
    }
}
