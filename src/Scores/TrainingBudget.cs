using System.Globalization;
using ZcBench.Benchmarks;

namespace ZcBench.Scores;

/// <summary>
/// How long a network is trained before a proxy looks at it: so many steps or epochs. In the id of a proxy it
/// follows a mark: wot@20, das@1epoch.
/// </summary>
/// <param name="Count">How many; 0 for none.</param>
/// <param name="IsEpochs">Whether they are epochs; else steps.</param>
public readonly record struct TrainingBudget(int Count, bool IsEpochs)
{
    private const char Mark = '@';
    private const string Epoch = "epoch";
    private const string Step = "step";

    /// <summary>A text such as "20", "20steps", "1epoch" or "12epochs".</summary>
    /// <exception cref="UserError">It is none of these.</exception>
    public static TrainingBudget Parse(string text)
    {
        var epochs = Number(text, Epoch);
        return int.TryParse(
            epochs ?? Number(text, Step) ?? text,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? new(value, epochs is not null)
            : throw new UserError(
                $"'{text}' is no length of training; write a number of steps such as 20, "
                    + "or of epochs such as 1epoch"
            );
    }

    /// <summary>Whether a text has a unit, so that it cannot be another number.</summary>
    public static bool HasUnit(string text) =>
        Number(text, Epoch) is not null || Number(text, Step) is not null;

    private static string? Number(string text, string unit) =>
        text.Split(unit) is [var count, "" or "s"] ? count : null;

    /// <summary>What an id names: wot@20 is wot after 20 steps; a plain id has no budget.</summary>
    /// <exception cref="UserError">What follows the mark is no length of training.</exception>
    public static (string Id, TrainingBudget? Budget) Split(string id)
    {
        // A rank sum's members have marks of their own.
        var mark = id.Contains(':', StringComparison.Ordinal)
            ? -1
            : id.IndexOf(Mark, StringComparison.Ordinal);
        return mark < 0 ? (id, null) : (id[..mark], Parse(id[(mark + 1)..]));
    }

    /// <summary>An id in its one spelling: wot@20steps is wot@20.</summary>
    /// <exception cref="UserError">What follows the mark is no length of training.</exception>
    public static string Canonical(string id) => Split(id) is (var name, { } budget) ? budget.Of(name) : id;

    /// <summary>The id of a proxy after that training.</summary>
    public string Of(string id) => $"{id}{Mark}{this}";

    /// <summary>The number of steps.</summary>
    public int Steps(int stepsPerEpoch) => IsEpochs ? checked(Count * stepsPerEpoch) : Count;

    /// <summary>For sentences: "20 steps".</summary>
    public string Words =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Count} {(IsEpochs ? Epoch : Step)}{(Count == 1 ? "" : "s")}"
        );

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Count}{(IsEpochs ? Epoch : "")}{(IsEpochs && Count != 1 ? "s" : "")}"
        );
}
