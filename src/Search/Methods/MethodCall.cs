using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Scores;

namespace ZcBench.Search.Methods;

/// <summary>
/// A method with its argument and its number of draws, written id, id:argument, id@draw or id:argument@draw.
/// </summary>
/// <param name="Method">Id of the method.</param>
/// <param name="Argument">What it works with; empty for nothing.</param>
/// <param name="Draw">How many it draws; null for what is usual, or where it draws none.</param>
public sealed record MethodCall(string Method, string Argument, int? Draw)
{
    /// <summary>
    /// Reads a list separated by commas; "all" stands for every method with each of its usual arguments.
    /// </summary>
    /// <exception cref="UserError">A method is unknown, or cannot be called so.</exception>
    public static IReadOnlyList<MethodCall> ParseList(string list)
    {
        var names = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 0
            ? throw new UserError(
                "no search is named; give a list such as hnas,random, or all (zcbench ls searches)"
            )
            : [.. names.SelectMany(name => name == "all" ? All() : [Parse(name)]).Distinct()];
    }

    private static IEnumerable<MethodCall> All() =>
        SearchCatalogue.All.Values.SelectMany(method =>
            (method.Card.Arguments.Count == 0 ? [""] : method.Card.Arguments).Select(
                argument => new MethodCall(method.Card.Id, argument, Draw: null)
            )
        );

    private static MethodCall Parse(string text)
    {
        // wot@20steps is a proxy of trained networks; a number alone is how many are drawn.
        var at = text.LastIndexOf('@');
        at = TrainingBudget.HasUnit(text[(at + 1)..].Split('+')[0]) ? -1 : at;
        var head = at < 0 ? text : text[..at];
        var colon = head.IndexOf(':', StringComparison.Ordinal);
        var method = SearchCatalogue.Named(colon < 0 ? head : head[..colon]);
        var card = method.Card;
        if (colon >= 0 && card.Argument is null)
        {
            throw new UserError($"search '{text}': {card.Id} takes nothing after a colon; write {card.Id}");
        }

        var argument = colon < 0 ? card.Arguments.FirstOrDefault("") : head[(colon + 1)..];
        var call = new MethodCall(card.Id, argument, at < 0 ? null : Number(text, card, text[(at + 1)..]));
        method.Check(call);
        return call;
    }

    private static int Number(string text, MethodCard card, string number) =>
        card.Draw is null
            ? throw new UserError(
                $"search '{text}': {card.Id} draws no number of architectures; leave @{number} out"
            )
        : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var draw) && draw > 0
            ? draw
        : throw new UserError(
            $"search '{text}': @ takes {card.Draw}, and '{number}' is not a valid number; give 1 or more"
        );

    /// <summary>How it is written, without what is usual.</summary>
    public override string ToString()
    {
        var usual = SearchCatalogue.All.GetValueOrDefault(Method)?.Card.UsualDraw;
        return (Argument.Length > 0 ? $"{Method}:{Argument}" : Method)
            + (
                Draw is { } draw && draw != usual
                    ? string.Create(CultureInfo.InvariantCulture, $"@{draw}")
                    : ""
            );
    }
}
