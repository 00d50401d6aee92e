using ZcBench.Supernets.Steps;

namespace ZcBench.Supernets.Searches;

/// <summary>
/// Where a search on a weight-sharing network stands between two epochs: all that it needs to go on.
/// </summary>
internal sealed class SearchState : IDisposable
{
    private readonly List<(string Name, SubSupernet Sub)> _subs = [];

    /// <summary>Epochs finished.</summary>
    public int Epoch { get; set; }

    /// <summary>The networks in training, by name; one but for searches that split.</summary>
    public IReadOnlyList<(string Name, SubSupernet Sub)> Subs => _subs;

    /// <summary>The only network.</summary>
    public SubSupernet Sub => _subs.Single().Sub;

    /// <summary>What it showed so far.</summary>
    public IList<Reading> Readings { get; } = new List<Reading>();

    /// <summary>What it cost so far.</summary>
    public SearchCost Cost { get; set; } = SearchCost.Nothing;

    /// <summary>Takes networks over in the place of all that were there.</summary>
    public void Replace(params IEnumerable<(string Name, SubSupernet Sub)> subs)
    {
        var next = subs.ToList();
        foreach (var (_, sub) in _subs.Where(old => !next.Exists(item => ReferenceEquals(item.Sub, old.Sub))))
        {
            sub.Dispose();
        }

        _subs.Clear();
        _subs.AddRange(next);
    }

    /// <summary>Notes a number.</summary>
    public void Read(string kind, string part, string row, string column, double value) =>
        Readings.Add(new(kind, Epoch, part, row, column, value));

    /// <inheritdoc/>
    public void Dispose() => Replace();
}
