namespace ZcBench.Search.Queries;

/// <summary>
/// What a search has spent. What is under way when the seconds run out is paid for up to that moment and
/// lost; then nothing more can be bought.
/// </summary>
internal sealed class Ledger
{
    private readonly Budget _budget;
    private readonly List<Query> _log = [];
    private bool _isClosed;

    public Ledger(Budget budget) => _budget = budget;

    public double TrainingSeconds { get; private set; }

    public double ScoringSeconds { get; private set; }

    public IReadOnlyList<Query> Log => _log;

    /// <summary>Trainings that may still be asked for.</summary>
    public int QueriesLeft => _isClosed ? 0 : (_budget.Queries ?? int.MaxValue) - _log.Count;

    /// <summary>Pays for a training and notes what it showed; false where the budget ends first.</summary>
    public bool Train(int architecture, double accuracy, double seconds)
    {
        if (QueriesLeft == 0 || Payable(seconds) is not { } paid)
        {
            return false;
        }

        TrainingSeconds += paid;
        if (!_isClosed)
        {
            _log.Add(new(architecture, accuracy, TrainingSeconds, ScoringSeconds));
        }

        return !_isClosed;
    }

    /// <summary>Pays for the scores of one architecture; false where the budget ends first.</summary>
    public bool Score(double seconds)
    {
        if (Payable(seconds) is not { } paid)
        {
            return false;
        }

        ScoringSeconds += paid;
        return !_isClosed;
    }

    // The part of a price that there is time for; closes when that is not all of it.
    private double? Payable(double seconds)
    {
        if (_isClosed)
        {
            return null;
        }

        var left = (_budget.Seconds ?? double.PositiveInfinity) - TrainingSeconds - ScoringSeconds;
        _isClosed = seconds > left;
        return Math.Min(seconds, left);
    }
}
