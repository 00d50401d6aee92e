using System.Globalization;
using System.Text;

namespace ZcBench.Profiling;

/// <summary>A profile as profile.csv, for programs, and profile.md, for people.</summary>
public static class ProfileFiles
{
    /// <summary>Name of the table for programs.</summary>
    public const string Csv = "profile.csv";

    /// <summary>Name of the table for people.</summary>
    public const string Markdown = "profile.md";

    private const double Mega = 1e6;

    /// <summary>Writes both files into an existing folder.</summary>
    public static void Write(ProfileResult result, ProfileRequest request, string folder)
    {
        Replace(Path.Combine(folder, Csv), Table(result, request));
        Replace(Path.Combine(folder, Markdown), Document(result, request));
    }

    /// <summary>
    /// One line for each architecture and batch: the shared plan against the proxies one by one.
    /// </summary>
    public static string Sharing(ProfileResult result) =>
        string.Join(
            '\n',
            result.Sharing.Select(item =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{item.Shared.Case.Size}, batch {item.Shared.Case.Batch}: "
                        + $"{item.Shared.Milliseconds:0} ms together, "
                        + $"{item.OneByOneMilliseconds:0} ms one by one "
                        + $"({item.OneByOneMilliseconds / item.Shared.Milliseconds:0.0} times)"
                )
            )
        );

    private static string Table(ProfileResult result, ProfileRequest request)
    {
        var text = new StringBuilder(
            "proxy,size,architecture,population,batch,device,dtype,threads,"
                + "milliseconds,spread_milliseconds,marginal_milliseconds,managed_bytes,peak_bytes\n"
        );
        var device = request.Placement.Device.type.ToString().ToLowerInvariant();
        var dtype = request.Placement.DType.ToString().ToLowerInvariant();
        foreach (var row in result.Rows)
        {
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"{row.Case.Label},{row.Case.Size},{row.Case.Architectures[0]},"
                        + $"{row.Case.Architectures.Count},{row.Case.Batch},{device},"
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{dtype},{request.Threads},{row.Milliseconds:0.###},{row.Spread:0.###},"
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"{row.MarginalMilliseconds:0.###},{row.ManagedBytes},{row.PeakBytes}\n"
                );
        }

        return text.ToString();
    }

    private static string Document(ProfileResult result, ProfileRequest request)
    {
        var text = new StringBuilder("# Cost of zero-cost proxies\n\n```\n")
            .Append(result.Machine)
            .Append("\n```\n\n");
        text.Append(
                CultureInfo.InvariantCulture,
                $"{request.Placement.Device.type}, {request.Placement.DType}, {request.Threads} threads, "
                    + $"{request.Task.Dataset}; median of {request.Iterations}. "
            )
            .Append(
                "Alone: a proxy with the passes it needs. Marginal: what it adds to the plan that all share. "
                    + "Peak: memory of tensors. Times are for one architecture.\n\n"
            )
            .Append(Sharing(result))
            .Append('\n');
        foreach (var group in result.Rows.GroupBy(row => (row.Case.Size, row.Case.Batch)))
        {
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"\n## {group.Key.Size}, batch {group.Key.Batch}\n\n"
                        + $"`{group.First().Case.Architectures[0]}`{Others(group.First().Case)}\n\n"
                )
                .Append(
                    "| proxy | alone, ms | ± | marginal, ms | managed, MB | peak, MB |\n"
                        + "| --- | --: | --: | --: | --: | --: |\n"
                );
            foreach (var row in group.OrderByDescending(row => row.Milliseconds))
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {row.Case.Label} | {row.Milliseconds:0.0} | {row.Spread:0.0} | "
                        + $"{Number(row.MarginalMilliseconds)} | {row.ManagedBytes / Mega:0.0} | "
                        + $"{Number(row.PeakBytes / Mega)} |\n"
                );
            }
        }

        return text.ToString();
    }

    private static string Others(ProfileCase item) =>
        item.Architectures.Count == 1
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $" and the {item.Architectures.Count - 1} that follow it in the order of their texts"
            );

    private static string Number(double? value) =>
        value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "–";

    // No reader ever sees half a file.
    private static void Replace(string path, string text)
    {
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }
}
