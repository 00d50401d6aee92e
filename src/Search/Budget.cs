using System.Globalization;
using ZcBench.Benchmarks;

namespace ZcBench.Search;

/// <summary>What one search may spend.</summary>
/// <param name="Queries">Architectures it may train; null for as many as the seconds allow.</param>
/// <param name="Seconds">Training and scoring together; null for no bound.</param>
public sealed record Budget(int? Queries, double? Seconds)
{
    /// <summary>Queries of a search that is told nothing, as HNAS and RoBoT have them.</summary>
    public const int UsualQueries = 20;

    // Thirty thousand years.
    private const double MostSeconds = 1e12;

    /// <summary>Refuses a budget that allows nothing.</summary>
    /// <exception cref="UserError">No queries or no seconds.</exception>
    public void Check(int candidates)
    {
        if (Queries is < 1)
        {
            throw new UserError($"--budget must be at least 1 (got {Queries})");
        }

        if (Seconds is { } seconds && !(seconds > 0 && double.IsFinite(seconds)))
        {
            throw new UserError(
                FormattableString.Invariant($"--seconds must be greater than 0 (got {seconds})")
            );
        }

        if (Seconds > MostSeconds)
        {
            throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"--seconds must be at most {MostSeconds:#,0} (got {Seconds}); lower it, "
                        + $"or give --budget alone"
                )
            );
        }

        if (Queries > candidates)
        {
            throw new UserError(
                $"--budget {Queries} is more than the {candidates} architectures to search; lower it, "
                    + "or give more scores"
            );
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(
            " and ",
            new[]
            {
                Queries is null ? null
                : Queries == 1 ? "one query"
                : $"{Queries} queries",
                Seconds is null ? null : FormattableString.Invariant($"{Seconds:#,0.###} seconds"),
            }.Where(part => part is not null)
        );
}
