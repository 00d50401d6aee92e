using System.Globalization;
using System.Text;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Files;

/// <summary>
/// Tables as LaTeX, to be \input into a document that uses booktabs and graphicx. A table wider than the text
/// is shrunk to its width. The best of a column is bold. A number with an interval has the interval's ends as
/// signed distances above and below: $0.876^{+0.025}_{-0.034}$.
/// </summary>
internal static class Latex
{
    // Stands for K̂, two characters, while texts are escaped one by one.
    private const string Hat = "\uE000";
    private const int WideTable = 8;

    // From so many columns on a table takes both columns of a page that has two.
    private const int BothColumns = 6;
    private const int LongCell = 40;

    private const string Fitted = @"\ifdim\wd0>\linewidth\resizebox{\linewidth}{!}{\usebox0}\else\usebox0\fi";

    /// <summary>A table environment with caption and label tab:id.</summary>
    public static string Table(ReportTable table)
    {
        var shown = Enumerable
            .Range(0, table.Columns.Count)
            .Where(i => !table.Columns[i].IsInterval)
            .ToList();
        var best = BestCells.Of(table);
        var kind = shown.Count >= BothColumns || table.Rows.Any(row => row.Any(IsLong)) ? "table*" : "table";
        var text = new StringBuilder($"\\begin{{{kind}}}\n\\centering\n")
            .Append(shown.Count > WideTable ? "\\footnotesize\n\\setlength{\\tabcolsep}{3pt}\n" : "")
            .Append(shown.Any(i => HasInterval(table, i)) ? "\\renewcommand{\\arraystretch}{1.25}\n" : "")
            .Append("\\sbox0{\\begin{tabular}{")
            .Append(string.Concat(shown.Select(i => Alignment(table, i))))
            .Append("}\n\\toprule\n")
            .Append(Groups([.. shown.Select(i => table.Columns[i].Group)]))
            .Append(Row(shown.Select(i => Heading(table.Columns[i]))))
            .Append("\\midrule\n");
        for (var row = 0; row < table.Rows.Count; row++)
        {
            text.Append(Row(shown.Select(i => Cell(table, row, i, best.Contains((row, i))))));
        }

        return text.Append("\\bottomrule\n\\end{tabular}}\n" + Fitted + "\n\\caption{")
            .Append(Escape(table.Caption))
            .Append("}\n\\label{tab:")
            .Append(table.Id)
            .Append($"}}\n\\end{{{kind}}}\n")
            .ToString();
    }

    // A row of what neighbouring columns have in common, with a rule under each.
    private static string Groups(IReadOnlyList<string> groups)
    {
        if (groups.All(group => group.Length == 0))
        {
            return "";
        }

        var cells = new List<string>();
        var rules = new StringBuilder();
        for (var from = 0; from < groups.Count; )
        {
            var to = from;
            while (to + 1 < groups.Count && groups[to + 1] == groups[from] && groups[from].Length > 0)
            {
                to++;
            }

            if (groups[from].Length == 0)
            {
                cells.Add("");
            }
            else
            {
                cells.Add($"\\multicolumn{{{to - from + 1}}}{{c}}{{{Escape(groups[from])}}}");
                rules.Append(CultureInfo.InvariantCulture, $"\\cmidrule(lr){{{from + 1}-{to + 1}}}");
            }

            from = to + 1;
        }

        return $"{Row(cells)}{rules}\n";
    }

    private static bool IsLong(string cell) => cell.Length > LongCell;

    /// <summary>Caption and label fig:id, to be \input into a figure environment.</summary>
    public static string Caption(Figure figure) =>
        $"\\caption{{{Escape(figure.Caption)}}}\n\\label{{fig:{figure.Id}}}\n";

    /// <summary>Text with LaTeX's special characters, and those that its fonts lack, spelt out.</summary>
    public static string Escape(string text) =>
        string.Concat(
            text.Replace("K\u0302", Hat, StringComparison.Ordinal)
                .Select(character =>
                    character switch
                    {
                        '\\' => "\\textbackslash{}",
                        '&' or '%' or '$' or '#' or '_' or '{' or '}' => $"\\{character}",
                        '~' => "\\textasciitilde{}",
                        '^' => "\\textasciicircum{}",
                        '<' or '>' or '|' => $"${character}$",
                        'ρ' => "$\\rho$",
                        'τ' => "$\\tau$",
                        'λ' => "$\\lambda$",
                        'μ' => "$\\mu$",
                        'ν' => "$\\nu$",
                        'κ' => "$\\kappa$",
                        'χ' => "$\\chi$",
                        '²' => "$^2$",
                        '−' => "$-$",
                        '≈' => "$\\approx$",
                        '±' => "$\\pm$",
                        '·' => "$\\cdot$",
                        '√' => "$\\surd$",
                        '…' => "\\ldots{}",
                        '–' => "--",
                        '≥' => "$\\geq$",
                        '≤' => "$\\leq$",
                        'Σ' => "$\\Sigma$",
                        '→' => "$\\to$",
                        '\uE000' => "$\\hat{K}$",
                        '½' => "$\\frac{1}{2}$",
                        _ => character.ToString(),
                    }
                )
        );

    // A heading of several words may break over two lines, so that it does not widen a column of short
    // numbers.
    private static string Heading(ReportColumn column)
    {
        var words = column.Heading.Split(' ');
        if (!column.IsNumber || words.Length <= 2)
        {
            return Escape(column.Heading);
        }

        var half = words.Length / 2;
        var (first, second) = (string.Join(' ', words[..half]), string.Join(' ', words[half..]));
        return $"\\shortstack[r]{{{Escape(first)}\\\\{Escape(second)}}}";
    }

    private static string Alignment(ReportTable table, int column) =>
        table.Columns[column].IsNumber ? "r"
        : table.Rows.Any(row => IsLong(row[column])) ? "p{0.3\\linewidth}"
        : "l";

    private static string Cell(ReportTable table, int row, int column, bool isBest)
    {
        var cell = table.Rows[row][column];
        if (HasInterval(table, column) && Distances(cell, table.Rows[row][column + 1]) is var (low, high))
        {
            return $"${(isBest ? $"\\mathbf{{{cell}}}" : cell)}^{{+{high}}}_{{-{low}}}$";
        }

        return isBest ? $"\\textbf{{{Escape(cell)}}}" : Escape(cell);
    }

    private static bool HasInterval(ReportTable table, int column) =>
        column + 1 < table.Columns.Count && table.Columns[column + 1].IsInterval;

    // How far the printed ends lie from the printed number; null where one of the three is missing.
    private static (string Low, string High)? Distances(string cell, string interval)
    {
        var ends = interval.Trim('[', ']').Split(", ");
        return
            ends is [var low, var high]
            && Number(cell) is { } point
            && Number(low) is { } from
            && Number(high) is { } to
            ? (Text(point - from), Text(to - point))
            : null;

        static decimal? Number(string text) =>
            decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? value
                : null;

        static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
    }

    private static string Row(IEnumerable<string> cells) => string.Join(" & ", cells) + " \\\\\n";
}
