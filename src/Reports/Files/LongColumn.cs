namespace ZcBench.Reports.Files;

/// <summary>A column of a run's long table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Type of its values: text, whole number or number.</param>
/// <param name="Values">
/// Its values in some rows, as an array of the type; null where a row has none.
/// </param>
internal sealed record LongColumn(string Name, Type Type, Func<IReadOnlyList<LongRow>, Array> Values)
{
    public static LongColumn Text(string name, Func<LongRow, string?> value) =>
        new(name, typeof(string), rows => rows.Select(value).ToArray());

    public static LongColumn Whole(string name, Func<LongRow, long?> value) =>
        new(name, typeof(long), rows => rows.Select(value).ToArray());

    public static LongColumn Number(string name, Func<LongRow, double?> value) =>
        new(name, typeof(double), rows => rows.Select(value).ToArray());
}
