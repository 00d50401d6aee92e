using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Supernets.Network;

/// <summary>
/// Which steps a pass computes for given live operations. A node without live inputs is zero, and so is what
/// comes of it, up to a batch norm with a shift; zeros are not computed.
/// </summary>
internal sealed class SupernetPlan
{
    private readonly LiveOperations _live;
    private readonly bool[] _isZero;
    private readonly int[] _readers;

    private SupernetPlan(LiveOperations live, int steps)
    {
        _live = live;
        _isZero = new bool[steps];
        _readers = new int[steps];
    }

    /// <summary>Plans a pass.</summary>
    public static SupernetPlan Of(Blueprint network, LiveOperations live)
    {
        var plan = new SupernetPlan(live, network.Steps.Length);
        foreach (var step in network.Steps)
        {
            plan._isZero[step.Index] = step.Operation switch
            {
                Input or Classifier or BatchNorm { IsAffine: true } => false,
                _ => plan.Inputs(step).All(input => plan._isZero[input]),
            };
        }

        // The logits have a reader outside.
        plan._readers[^1] = 1;
        foreach (var step in network.Steps.Reverse().Where(step => plan.IsComputed(step.Index)))
        {
            foreach (var input in plan.Inputs(step))
            {
                plan._readers[input]++;
            }
        }

        return plan;
    }

    /// <summary>Whether a step is computed.</summary>
    public bool IsComputed(int step) => _readers[step] > 0 && !_isZero[step];

    /// <summary>Notes that an input was read; whether nobody reads it after that.</summary>
    public bool WasLastReader(int input) => --_readers[input] == 0 && input > 0;

    /// <summary>
    /// What a step reads: for a sum and a node, the inputs that are live and not zero.
    /// </summary>
    public IEnumerable<int> Inputs(Step step) =>
        step.Operation switch
        {
            Mixture mixture => mixture
                .Terms.Zip(step.Inputs)
                .Where(item => IsRead(item.First, item.Second))
                .Select(item => item.Second),
            Sum => step.Inputs.Where(input => !_isZero[input]),
            _ => step.Inputs,
        };

    /// <summary>Where in θ, row after row, the share of each input of a node stands.</summary>
    public IEnumerable<int> Terms(Step node) =>
        ((Mixture)node.Operation)
            .Terms.Zip(node.Inputs)
            .Where(item => IsRead(item.First, item.Second))
            .Select(item => item.First.Edge * _live.Operations + item.First.Operation);

    private bool IsRead(EdgeChoice term, int input) => _live[term.Edge, term.Operation] && !_isZero[input];
}
