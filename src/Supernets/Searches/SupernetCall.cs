using ZcBench.Benchmarks;

namespace ZcBench.Supernets.Searches;

/// <summary>A search with its argument, written id or id:argument.</summary>
/// <param name="Id">Id of the method.</param>
/// <param name="Argument">One of its card's; empty where it takes none.</param>
internal sealed record SupernetCall(string Id, string Argument)
{
    /// <summary>The method.</summary>
    public ISupernetMethod Method => SupernetCatalogue.Named(Id);

    /// <summary>
    /// Reads a list separated by commas; "all" stands for every method with each of its arguments.
    /// </summary>
    /// <exception cref="UserError">A method is unknown, or cannot be called so.</exception>
    public static IReadOnlyList<SupernetCall> ParseList(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 0
            ? throw new UserError(
                "no search is named; give a list such as darts,shapley, or all (zcbench ls searches)"
            )
            : [.. names.SelectMany(name => name == "all" ? Every() : [Parse(name)]).Distinct()];
    }

    private static IEnumerable<SupernetCall> Every() =>
        SupernetCatalogue.All.Values.SelectMany(method =>
            method
                .Card.Arguments.DefaultIfEmpty("")
                .Select(argument => new SupernetCall(method.Card.Id, argument))
        );

    private static SupernetCall Parse(string text)
    {
        var parts = text.Split(':', 2);
        var card = SupernetCatalogue.Named(parts[0]).Card;
        var argument = parts.Length > 1 ? parts[1] : card.Arguments.FirstOrDefault("");
        if (parts.Length > 1 && !card.Arguments.Contains(argument))
        {
            throw new UserError(
                card.Arguments.Count == 0
                    ? $"search '{text}': {card.Id} takes nothing after a colon; write {card.Id}"
                    : $"search '{text}': '{argument}' is no argument of {card.Id}; use one of "
                        + string.Join(", ", card.Arguments)
            );
        }

        return new(card.Id, argument);
    }

    /// <summary>How it is written.</summary>
    public override string ToString() => Argument.Length > 0 ? $"{Id}:{Argument}" : Id;
}
