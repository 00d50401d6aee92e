using System.Globalization;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Figures.Parts;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Across;

/// <summary>
/// Demšar's diagram: mean ranks on an axis, the best at the right, and bars under proxies that Nemenyi's test
/// does not tell apart.
/// </summary>
internal static class CriticalDifferenceFigure
{
    // Lengths in pixels at the natural size; heights from the top.
    private const double AxisLength = 250;
    private const double Letter = 6.4;
    private const double Gap = 5;
    private const double Words = 8;
    private const double Ruler = 23;
    private const double Numbers = 42;
    private const double Axis = 54;
    private const double FirstBar = 63;
    private const double BarStep = 8;
    private const double RowStep = 16;
    private const double Tick = 5;
    private const int MostTicks = 9;

    private static readonly LineLook Thin = new(Theme.Ink, 1);
    private static readonly LineLook Leader = new(Theme.Axis, 1);
    private static readonly LineLook Thick = new(Theme.Blue, 4.5);

    /// <summary>The figure.</summary>
    public static Figure Of(AcrossAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var (groups, test) = (analysis.Groups, analysis.Chosen);
        var labels = analysis
            .Proxies.Select(proxy =>
                string.Create(CultureInfo.InvariantCulture, $"{proxy.Id} {proxy.Rank:0.00}")
            )
            .ToList();
        var side = labels.Max(label => label.Length) * Letter + Gap;
        var width = AxisLength + (2 * side);
        var bars = Bars(analysis, groups);
        var right = (labels.Count + 1) / 2;
        var firstRow = FirstBar + (BarStep * bars.Count) + Words;
        var height = firstRow + (RowStep * right);
        double Across(double rank) => side + (AxisLength * (labels.Count - rank) / (labels.Count - 1));
        IMark[] marks =
        [
            new Rules(
                [
                    .. Enumerable
                        .Range(0, labels.Count)
                        .SelectMany(i =>
                        {
                            var (x, y, end) = Row(analysis, i);
                            return new[]
                            {
                                (new Place(x, -Axis), new Place(x, -y)),
                                (new Place(x, -y), new Place(end, -y)),
                            };
                        }),
                ],
                Leader
            ),
            new Rules(
                [.. AxisLines(labels.Count, Across), .. RulerLines(test.Nemenyi, labels.Count, side)],
                Thin
            ),
            new Rules(
                [
                    .. bars.SelectMany(
                        (level, i) =>
                            level.Select(bar =>
                                (
                                    new Place(Across(bar.Worst) - 3, -(FirstBar + (BarStep * i))),
                                    new Place(Across(bar.Best) + 3, -(FirstBar + (BarStep * i)))
                                )
                            )
                    ),
                ],
                Thick
            ),
            new Texts([
                .. Ticks(labels.Count)
                    .Select(rank => new PlacedText(new(Across(rank), -Numbers), NumberText.Count(rank), 0.5)),
                new(new(side, -Words), RulerText(test.Nemenyi), 0),
                new(new(side + AxisLength, -Words), "mean rank, 1 is best", 1),
                .. labels.Select(
                    (label, i) =>
                    {
                        var (_, y, end) = Row(analysis, i);
                        var isRight = i < right;
                        return new PlacedText(
                            new(isRight ? end + Gap : end - Gap, -y),
                            label,
                            isRight ? 0 : 1,
                            IsBold: analysis.Proxies[i] == analysis.Baseline
                        );
                    }
                ),
            ]),
        ];
        return new(
            "critical_difference",
            "Mean ranks and critical difference",
            Caption(analysis),
            [
                [
                    new(
                        PanelAxis.Hidden(new AxisScale("linear", 0, width)),
                        PanelAxis.Hidden(new AxisScale("linear", -height, 0)),
                        marks,
                        width,
                        height
                    )
                    {
                        HasFrame = false,
                    },
                ],
            ],
            Data(analysis, groups)
        )
        {
            Legend = groups.Count == 0 ? [] : [new("not significantly different") { Line = Thick }],
        };

        // The place on the axis, the row, and where the line to the label ends.
        (double X, double Y, double End) Row(AcrossAnalysis all, int i)
        {
            var isRight = i < right;
            var row = isRight ? i : labels.Count - 1 - i;
            return (
                Across(all.Proxies[i].Rank),
                firstRow + (RowStep * row),
                isRight ? side + AxisLength + Gap : side - Gap
            );
        }
    }

    // Bars that do not overlap share a level.
    private static List<List<(double Best, double Worst)>> Bars(
        AcrossAnalysis analysis,
        IReadOnlyList<IReadOnlyList<int>> groups
    )
    {
        var levels = new List<List<(double Best, double Worst)>>();
        foreach (var group in groups)
        {
            var (best, worst) = (analysis.Proxies[group[0]].Rank, analysis.Proxies[group[^1]].Rank);
            var free = levels.Find(level => level[^1].Worst < best - 0.25);
            if (free is null)
            {
                levels.Add([(best, worst)]);
            }
            else
            {
                free.Add((best, worst));
            }
        }

        return levels;
    }

    private static IEnumerable<(Place, Place)> AxisLines(int count, Func<double, double> across) =>
        Ticks(count)
            .Select(rank => (new Place(across(rank), -Axis), new Place(across(rank), -(Axis - Tick))))
            .Prepend((new Place(across(count), -Axis), new Place(across(1), -Axis)));

    // A difference longer than the axis has no right end.
    private static IEnumerable<(Place, Place)> RulerLines(double difference, int count, double side)
    {
        var end = side + (AxisLength * Math.Min(1, difference / (count - 1)));
        yield return (new(side, -Ruler), new(end, -Ruler));
        yield return (new(side, -(Ruler - Tick + 1)), new(side, -(Ruler + Tick - 1)));
        if (difference <= count - 1)
        {
            yield return (new(end, -(Ruler - Tick + 1)), new(end, -(Ruler + Tick - 1)));
        }
    }

    private static string RulerText(double difference) =>
        string.Create(CultureInfo.InvariantCulture, $"CD = {difference:0.00}");

    private static IEnumerable<int> Ticks(int count)
    {
        var step = (count - 1 + MostTicks - 1) / MostTicks;
        for (var rank = 1; rank <= count; rank += step)
        {
            yield return rank;
        }
    }

    private static string Caption(AcrossAnalysis analysis) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Mean ranks of {analysis.Proxies.Count} proxies by Kendall's τ-b with trained accuracy over "
                + $"{AcrossWords.Number(analysis.Chosen.Friedman.Blocks, AcrossWords.Noun(analysis.Unit))}, "
                + $"the best at the right. A bar joins proxies whose mean ranks differ by less "
                + $"than the critical difference of Nemenyi's test at {BlockTests.Alpha}, "
                + $"{analysis.Chosen.Nemenyi:0.00} (CD). "
        )
        + (analysis.Baseline is { } baseline ? $"Bold: {baseline.Id}, the best count of the graph. " : "")
        + AcrossWords.Blocks(analysis);

    private static string Data(AcrossAnalysis analysis, IReadOnlyList<IReadOnlyList<int>> groups)
    {
        var data = new FigureData("proxy", "mean_rank", "low", "high", "groups");
        foreach (var (i, proxy) in analysis.Proxies.Index())
        {
            data.Add(
                proxy.Id,
                proxy.Rank,
                proxy.MeanRank.Low.Value,
                proxy.MeanRank.High.Value,
                string.Join(
                    ' ',
                    groups.Index().Where(group => group.Item.Contains(i)).Select(group => group.Index + 1)
                )
            );
        }

        return data.ToCsv();
    }
}
