using ZcBench.Search.Queries;

namespace ZcBench.Search.Methods;

/// <summary>Drawn architectures from the best to the worst by a proxy.</summary>
internal static class ProxyRanking
{
    /// <summary>
    /// Measures and sorts; equal scores keep the order drawn, undefined ones come last, what could not be
    /// paid for is left out.
    /// </summary>
    public static IEnumerable<int> Of(SearchTask task, string proxy, int[] drawn)
    {
        var measured = task.Scores.Measure(drawn);
        var scores = measured.Count == 0 ? [] : task.Scores.Oriented(proxy, measured);
        return measured.Zip(scores).OrderByDescending(item => item.Second).Select(item => item.First);
    }
}
