using System.Globalization;
using System.Text.Json.Serialization;
using ZcBench.Benchmarks;

namespace ZcBench.Scores;

/// <summary>
/// One of equal shares of a run: of the run's architectures in the table's order, shard k of n holds the
/// k-th, the (k + n)-th and so on. Shards of one run have nothing in common and together are all of it, in
/// whatever order they are scored.
/// </summary>
public sealed record Shard
{
    /// <summary>Most shards of a run.</summary>
    public const int MaxCount = 10_000;

    /// <summary>Shard <paramref name="number"/> of <paramref name="count"/>.</summary>
    /// <exception cref="UserError">There is no such shard.</exception>
    [JsonConstructor]
    public Shard(int number, int count)
    {
        if (count is < 1 or > MaxCount || number < 1 || number > count)
        {
            throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"--shard {number}/{count} does not exist; give k/n with k from 1 to n, "
                        + $"and n at most {MaxCount}"
                )
            );
        }

        Number = number;
        Count = count;
    }

    /// <summary>k, from 1.</summary>
    public int Number { get; }

    /// <summary>n.</summary>
    public int Count { get; }

    /// <summary>Reads "k/n".</summary>
    /// <exception cref="UserError">The text is something else, or there is no such shard.</exception>
    public static Shard Parse(string text)
    {
        var parts = text.Split('/');
        return
            parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new(number, count)
            : throw new UserError(
                $"--shard '{text}' cannot be read; give k/n, such as 3/16, or auto in an array of Slurm"
            );
    }

    /// <summary>
    /// The shard of this task of an array of Slurm, from SLURM_ARRAY_TASK_ID, _COUNT, _MIN and _MAX.
    /// </summary>
    /// <param name="variable">Value of a variable of the environment; null where it is not set.</param>
    /// <exception cref="UserError">
    /// There is no array, or it does not run from 0 or 1 without gaps, so that its tasks do not tell how many
    /// shards there are.
    /// </exception>
    public static Shard OfSlurm(Func<string, string?> variable)
    {
        var (id, count) = (Read("ID"), Read("COUNT"));
        var (first, last) = (Read("MIN"), Read("MAX"));
        return first is 0 or 1 && last - first + 1 == count
            ? new(id - first + 1, count)
            : throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"--shard auto takes an array from 0 or 1 without gaps, not {count} of {first} to {last}"
                )
            );

        int Read(string name) =>
            int.TryParse(
                variable($"SLURM_ARRAY_TASK_{name}"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var value
            )
                ? value
                : throw new UserError(
                    $"--shard auto needs SLURM_ARRAY_TASK_{name}, which is not set; "
                        + "start it with sbatch --array, or give k/n"
                );
    }

    /// <summary>The items of a list that are the shard's.</summary>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> all) =>
        [.. all.Where((_, index) => index % Count == Number - 1)];

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Count}");
}
