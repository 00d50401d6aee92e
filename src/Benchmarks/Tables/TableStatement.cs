namespace ZcBench.Benchmarks.Tables;

/// <summary>A table's description as its JSON file states it; what is left out is null.</summary>
/// <param name="Id">Short name; required.</param>
/// <param name="Title">One line for people; the id where it is left out.</param>
/// <param name="Space">Id of the search space; required.</param>
/// <param name="Epochs">Epochs of columns whose name does not say; the benchmark's full training where it is
/// left out.</param>
/// <param name="SeedAveraging">How several training seeds became one number.</param>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Licence">Their licence.</param>
/// <param name="Kind">"trained" or "surrogate"; trained where it is left out.</param>
internal sealed record TableStatement(
    string? Id,
    string? Title,
    string? Space,
    int? Epochs,
    string? SeedAveraging,
    string? Source,
    string? Licence,
    string? Kind = null
)
{
    /// <summary>The description with everything that was left out filled in.</summary>
    /// <param name="file">The JSON file, for the refusal.</param>
    /// <exception cref="UserError">A required field is missing, or the space is unknown.</exception>
    public TableDescription Complete(string file)
    {
        string[] missing =
        [
            .. new[] { ("id", Id), ("space", Space) }
                .Where(field => field.Item2 is null)
                .Select(field => field.Item1),
        ];
        if (missing.Length > 0)
        {
            throw new UserError(
                $"{file} lacks {string.Join(" and ", missing)}; "
                    + $"add {(missing.Length == 1 ? "it" : "them")} (docs/tables.md)"
            );
        }

        ISearchSpace space;
        try
        {
            space = SearchSpaces.Named(Space!);
        }
        catch (UserError fault)
        {
            throw new UserError($"{file}: {fault.Message}", fault);
        }

        var plain = TableDescription.Unstated(Id!, space);
        return new(
            Id!,
            Title ?? plain.Title,
            Space!,
            Epochs ?? plain.Epochs,
            SeedAveraging ?? plain.SeedAveraging,
            Source ?? plain.Source,
            Licence ?? plain.Licence,
            Kind ?? plain.Kind
        );
    }
}
