namespace ZcBench.Search.Queries;

/// <summary>Answers from columns of a table, and charges.</summary>
internal sealed class ValidationOracle : IValidationOracle
{
    private readonly double[] _accuracies;
    private readonly double[] _seconds;
    private readonly Ledger _ledger;
    private readonly HashSet<int> _known = [];

    /// <summary>An oracle over candidates.</summary>
    /// <param name="accuracies">Validation accuracy of each.</param>
    /// <param name="seconds">What its training takes.</param>
    /// <param name="ledger">Who pays.</param>
    public ValidationOracle(double[] accuracies, double[] seconds, Ledger ledger)
    {
        _accuracies = accuracies;
        _seconds = seconds;
        _ledger = ledger;
    }

    /// <inheritdoc/>
    public int QueriesLeft => _ledger.QueriesLeft;

    /// <inheritdoc/>
    public IReadOnlyList<Query> Log => _ledger.Log;

    /// <inheritdoc/>
    public bool IsKnown(int architecture) => _known.Contains(architecture);

    /// <inheritdoc/>
    public double? Ask(int architecture)
    {
        if (!_known.Contains(architecture))
        {
            if (!_ledger.Train(architecture, _accuracies[architecture], _seconds[architecture]))
            {
                return null;
            }

            _known.Add(architecture);
        }

        return _accuracies[architecture];
    }
}
