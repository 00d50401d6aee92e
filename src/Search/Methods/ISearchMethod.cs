using ZcBench.Benchmarks.Randomness;
using ZcBench.Search.Queries;

namespace ZcBench.Search.Methods;

/// <summary>
/// A search. Stateless, one file each, found by scanning. All it knows of architectures it asks of the task,
/// which charges.
/// </summary>
public interface ISearchMethod
{
    /// <summary>What is to be said of it.</summary>
    MethodCard Card { get; }

    /// <summary>
    /// Whether it may draw one architecture twice, so that it can draw more than there are.
    /// </summary>
    bool DrawsWithReplacement => false;

    /// <summary>Proxies and aggregates that a call works with.</summary>
    IReadOnlyList<string> Scores(MethodCall call) => [];

    /// <summary>Whether a call trains only what it has scores of; by steps it may leave them.</summary>
    bool StaysInPool(MethodCall call) => Scores(call).Count > 0;

    /// <summary>Refuses a call that makes no sense, before anything is computed.</summary>
    /// <exception cref="ZcBench.Benchmarks.UserError">The argument is none.</exception>
    void Check(MethodCall call) { }

    /// <summary>Searches once.</summary>
    /// <returns>What it chooses; null for the best validation accuracy among what it asked for.</returns>
    int? Search(SearchTask task, MethodCall call, SequentialRandom random);
}
