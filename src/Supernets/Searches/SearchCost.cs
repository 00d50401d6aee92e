namespace ZcBench.Supernets.Searches;

/// <summary>What a search on a weight-sharing network costs.</summary>
/// <param name="Passes">Forward and backward passes of one minibatch.</param>
/// <param name="Forwards">Forward passes alone, counted in minibatches.</param>
/// <param name="Seconds">Wall time.</param>
internal sealed record SearchCost(double Passes, double Forwards, double Seconds)
{
    // A backward pass takes about twice as long as a forward pass.
    private const double ForwardShare = 1.0 / 3;

    /// <summary>Before anything was done.</summary>
    public static SearchCost Nothing { get; } = new(0, 0, 0);

    /// <summary>Everything in passes.</summary>
    public double Work => Passes + ForwardShare * Forwards;

    /// <summary>Both together.</summary>
    public static SearchCost operator +(SearchCost a, SearchCost b) =>
        new(a.Passes + b.Passes, a.Forwards + b.Forwards, a.Seconds + b.Seconds);
}
