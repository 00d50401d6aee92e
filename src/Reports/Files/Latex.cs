using System.Text;
using ZcBench.Reports.Tables;

namespace ZcBench.Reports.Files;

/// <summary>Tables as LaTeX, to be \input into a document that uses booktabs.</summary>
public static class Latex
{
    /// <summary>A table environment with caption and label tab:id.</summary>
    public static string Table(ReportTable table)
    {
        var text = new StringBuilder("\\begin{table}\n\\centering\n\\begin{tabular}{")
            .Append(string.Concat(table.Columns.Select(column => column.IsNumber ? 'r' : 'l'))).Append("}\n\\toprule\n")
            .Append(Row(table.Columns.Select(column => column.Heading))).Append("\\midrule\n");
        foreach (var row in table.Rows)
        {
            text.Append(Row(row));
        }

        return text.Append("\\bottomrule\n\\end{tabular}\n\\caption{").Append(Escape(table.Caption)).Append("}\n\\label{tab:")
            .Append(table.Id).Append("}\n\\end{table}\n").ToString();
    }

    /// <summary>Text with LaTeX's special characters, and those that its fonts lack, spelt out.</summary>
    public static string Escape(string text) => string.Concat(text.Select(character => character switch
    {
        '\\' => "\\textbackslash{}",
        '&' or '%' or '$' or '#' or '_' or '{' or '}' => $"\\{character}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        '<' or '>' or '|' => $"${character}$",
        'ρ' => "$\\rho$",
        'τ' => "$\\tau$",
        'λ' => "$\\lambda$",
        '−' => "$-$",
        '±' => "$\\pm$",
        '·' => "$\\cdot$",
        '√' => "$\\surd$",
        '…' => "\\ldots{}",
        '–' => "--",
        '≥' => "$\\geq$",
        '≤' => "$\\leq$",
        'Σ' => "$\\Sigma$",
        '→' => "$\\to$",
        _ => character.ToString(),
    }));

    private static string Row(IEnumerable<string> cells) => string.Join(" & ", cells.Select(Escape)) + " \\\\\n";
}
