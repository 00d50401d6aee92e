namespace ZcBench.Search.Optimisation;

/// <summary>How much a place promises, given what the process says of it.</summary>
internal interface IAcquisition
{
    /// <summary>The promise of a place, higher is better.</summary>
    /// <param name="mean">Expected value there.</param>
    /// <param name="deviation">How sure that is; 0 where it was observed without noise.</param>
    /// <param name="best">The best value observed so far.</param>
    double Of(double mean, double deviation, double best);
}
