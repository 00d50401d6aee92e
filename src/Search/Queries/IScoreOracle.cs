namespace ZcBench.Search.Queries;

/// <summary>
/// Zero-cost scores of candidates, for the price of measuring them. What was not paid for cannot be read.
/// </summary>
public interface IScoreOracle
{
    /// <summary>
    /// Measures everything the method works with on some architectures and pays once for each architecture;
    /// passes that several proxies share are paid once.
    /// </summary>
    /// <returns>Those that could be paid for, in the order given.</returns>
    IReadOnlyList<int> Measure(IEnumerable<int> architectures);

    /// <summary>A proxy's score as it is; NaN where it is undefined.</summary>
    /// <exception cref="InvalidOperationException">It was not paid for.</exception>
    double Raw(string proxy, int architecture);

    /// <summary>
    /// Scores of a proxy, or of an aggregate over exactly these architectures, turned so that higher is
    /// better; undefined ones are −∞.
    /// </summary>
    double[] Oriented(string proxy, IReadOnlyList<int> architectures);
}
