using System.Globalization;
using ZcBench.Reports.Tables;
using ZcBench.Statistics.Across;

namespace ZcBench.Reports.Across;

/// <summary>Sentences about a comparison across search spaces.</summary>
internal static class AcrossWords
{
    private const int FewBlocks = 10;
    private const int ManyNames = 6;

    /// <summary>Which proxy to take, how sure that is, and how blocks were counted.</summary>
    public static string Answer(AcrossAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return $"{Choice(analysis)} {Others(analysis)} {Blocks(analysis)}";
    }

    /// <summary>Blocks counted both ways, and which way is used.</summary>
    public static string Blocks(AcrossAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var used = analysis.Unit == BlockUnit.Spaces ? "search spaces" : "tasks";
        var few =
            analysis.Chosen.Friedman.Blocks < FewBlocks
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $" With fewer than {FewBlocks} blocks the tests tell little."
                )
                : "";
        return $"Blocks: {Number(analysis.Spaces.Count, "search space")} or "
            + $"{Number(analysis.Tasks.Count, "task")}; {used} are counted.{few}";
    }

    /// <summary>A number with its noun.</summary>
    internal static string Number(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>"search space" or "task".</summary>
    internal static string Noun(BlockUnit unit) => unit == BlockUnit.Spaces ? "search space" : "task";

    private static string Choice(AcrossAnalysis analysis)
    {
        var best = analysis.Proxies[0];
        var equals = analysis
            .Proxies.Skip(1)
            .Where(proxy => proxy.Rank == best.Rank)
            .Select(proxy => proxy.Id)
            .ToList();
        var place =
            equals.Count == 0
                ? "has the best mean rank"
                : $"shares the best mean rank with {string.Join(", ", equals)}";
        var standing = string.Create(
            CultureInfo.InvariantCulture,
            $"it {place}, {best.Rank:0.00} of {analysis.Proxies.Count} over "
                + $"{Number(analysis.Chosen.Friedman.Blocks, Noun(analysis.Unit))}"
        );
        if (analysis.Baseline is not { } baseline)
        {
            return $"To a search space you have not seen, take {best.Id}: {standing}. "
                + "No count of the graph was scored everywhere, so none is compared with.";
        }

        if (best.Gain is not { } gain || best.Test is not { } test)
        {
            return $"To a search space you have not seen, take {best.Id}: {standing}, "
                + "and it only counts parts of the graph.";
        }

        var verdict =
            test.HolmP < BlockTests.Alpha
                ? "a significant difference in rank"
                : "no significant difference in rank";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"To a search space you have not seen, take {best.Id}: {standing}. "
                + $"Its τ-b is higher than that of {baseline.Id}, the best count of the graph, "
                + $"with probability {gain.Probability:0.00}, "
                + $"by {NumberText.Signed(gain.Difference.Point)} {NumberText.SignedSpan(gain.Difference)} "
                + $"on average; that is {verdict} (Holm's p "
                + $"{Compared(NumberText.P(Statistics.Estimate.Of(test.HolmP)))})."
        );
    }

    private static string Others(AcrossAnalysis analysis)
    {
        var best = analysis.Proxies[0];
        var alike = analysis
            .Groups.FirstOrDefault(group => group[0] == 0)
            ?.Skip(1)
            .Select(i => analysis.Proxies[i].Id)
            .ToList();
        return alike switch
        {
            null => $"Nemenyi's test tells {best.Id} from every other proxy.",
            { Count: > ManyNames } =>
                $"Nemenyi's test does not tell {best.Id} from {string.Join(", ", alike.Take(ManyNames))} "
                    + $"and {NumberText.Count(alike.Count - ManyNames)} more.",
            _ => $"Nemenyi's test does not tell {best.Id} from {string.Join(", ", alike)}.",
        };
    }

    private static string Compared(string p) => p.StartsWith('<') ? p : $"= {p}";
}
