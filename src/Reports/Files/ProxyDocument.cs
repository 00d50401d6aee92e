using System.Globalization;
using System.Text;
using ZcBench.Scores;
using ZcBench.Scores.Aggregates;

namespace ZcBench.Reports.Files;

/// <summary>
/// docs/proxies.md, written from the cards of the catalogue so that it cannot disagree with them.
/// </summary>
internal static class ProxyDocument
{
    private const string Preamble = """
        # The proxies

        This page is generated: `zcbench ls proxies --markdown > docs/proxies.md`. A test keeps it true.

        Each score follows the code that produced the published numbers; where paper and code differ, the
        notes say so and a repaired variant has an id of its own. Scores are compared with the reference
        implementations on networks rebuilt bit for bit (`docs/golden.md`). The label budget says what a proxy
        has seen: 0 structure, 1 noise, 2 images, 3 labels, 4 constants tuned on accuracies, 5 accuracies.
        Correlations keep their sign; the direction is part of the definition. A failure is an undefined score
        with its reason, never a number.

        How each does beside its published figures, and why some differ, is in
        [correlations.md](correlations.md).

        **About DAS.** The paper's own combination rule could not be consulted, only its abstract. `das` is
        our reading of "decouple, then combine": the ranks of WOT's two atoms added. `das_units` and
        `das_distinct` are the atoms of an exact identity, log|K| = N log N_A + log|K̂|, and every run with
        both also prints the additive family das_w over a sweep of weights, in which w = ½ is WOT.

        **The input matters.** The same 1,000 architectures of NAS-Bench-201 (seed 0, batch 32, float32,
        undefined ranked worst), WOT against CIFAR-10 test accuracy: Spearman .721 on white noise, .793 on
        textures, .795 on CIFAR-10's images. White noise has neither smooth regions nor common brightness, so
        all samples look equally different to the network. Therefore `run` feeds textures by default; `score`
        feeds white noise, the state of the golden values.


        """;

    /// <summary>The whole page.</summary>
    public static string Text(IEnumerable<ProxyInfo> proxies, IEnumerable<IAggregate> aggregates)
    {
        var text = new StringBuilder(Preamble).Append("## Proxies\n");
        foreach (var proxy in proxies.OrderBy(proxy => proxy.Id, StringComparer.Ordinal))
        {
            Card(text, proxy);
        }

        text.Append(
            "\n## Aggregates over a scored set\n\n"
                + "Made from stored scores; no network runs. `rank_sum:a+b` names the rank sum of any list.\n"
        );
        foreach (var aggregate in aggregates.OrderBy(aggregate => aggregate.Info.Id, StringComparer.Ordinal))
        {
            Card(text, aggregate.Info);
            text.Append(CultureInfo.InvariantCulture, $"- Members: {string.Join(", ", aggregate.Members)}\n");
        }

        return text.ToString();
    }

    private static void Card(StringBuilder text, ProxyInfo proxy)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n### {proxy.Id}\n\n{Sentence(proxy.Title)}.\n\n    {proxy.Formula}\n\n"
        );
        if (proxy.Notes.Length > 0)
        {
            text.Append(proxy.Notes).Append("\n\n");
        }

        var direction = proxy.Direction == Direction.HigherIsBetter ? "higher" : "lower";
        text.Append(
                CultureInfo.InvariantCulture,
                $"- {direction} is better; label budget {(int)proxy.LabelBudget}; version {proxy.Version}\n"
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"- Input: {Words(proxy.Input.ToString())}; weights: {Words(proxy.Init.ToString())}"
                    + $"{(proxy.NeedsDouble ? "; in double precision, whatever the run asks for" : "")}\n"
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"- Cost: {proxy.Cost}\n- Checked against: {proxy.Reference}\n- Paper: {proxy.Paper}\n"
            );
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Words(string name) =>
        string.Concat(
            name.Select(
                (c, i) =>
                    i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"
            )
        );
}
