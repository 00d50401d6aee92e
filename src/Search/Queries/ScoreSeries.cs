using ZcBench.Scores;

namespace ZcBench.Search.Queries;

/// <summary>The scores of one proxy over the candidates, in arrays; some may not be known yet.</summary>
internal sealed class ScoreSeries
{
    private readonly double[] _values;
    private readonly float[] _seconds;
    private readonly bool[] _known;

    /// <summary>A series of which nothing is known.</summary>
    /// <param name="proxy">What it is.</param>
    /// <param name="passes">Names the passes it needs: proxies with the same name share them all.</param>
    /// <param name="candidates">How many architectures there are.</param>
    public ScoreSeries(ProxyInfo proxy, string passes, int candidates)
    {
        Proxy = proxy;
        Passes = passes;
        _values = new double[candidates];
        _seconds = new float[candidates];
        _known = new bool[candidates];
    }

    public ProxyInfo Proxy { get; }

    public string Passes { get; }

    /// <summary>Whether the candidate's score is there.</summary>
    public bool IsKnown(int candidate) => Volatile.Read(ref _known[candidate]);

    /// <summary>The score; NaN where it is undefined.</summary>
    public double Value(int candidate) => _values[candidate];

    /// <summary>What measuring it took.</summary>
    public double Seconds(int candidate) => _seconds[candidate];

    /// <summary>Fills in a score.</summary>
    public void Set(int candidate, StoredScore stored)
    {
        _values[candidate] = stored.Score.IsDefined ? stored.Score.Value : double.NaN;
        _seconds[candidate] = (float)(stored.Milliseconds / 1000);
        Volatile.Write(ref _known[candidate], true);
    }
}
