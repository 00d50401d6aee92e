using System.Globalization;
using System.Text;
using ZcBench.Reports.Populations;
using ZcBench.Reports.Statistics;

namespace ZcBench.Reports.Files;

/// <summary>docs/statistics.md, written from the catalogue so that it cannot disagree with it.</summary>
public static class StatisticsDocument
{
    private const string Preamble = """
        # The statistics

        This page is generated: `zcbench ls statistics --markdown > docs/statistics.md`. A test keeps it true.

        `zcbench stats RUN…` prints all of it for scored runs, `--json` gives every number with all its digits, and `run` prints the
        first table. In the formulas sᵢ is a score, turned so that higher is better, and aᵢ a trained accuracy in percent. A
        statistic without a value says why.

        ## How a report reads

        **Target.** Every caption names dataset, split and epochs of the accuracies, how seeds were averaged, the number of
        architectures and the population. The table's other accuracies stand beside the proxies as rungs: validation
        accuracy, and accuracy after fewer epochs.

        **Counting.** The proxies that only count parts of the graph (`params`, `flops`, `live_flops`, `live_convs`, `live_pools`,
        `conv_depth`, and `counting`, a rank sum) are scored with every run, asked for or not, and every proxy's gain over the best
        of them has an interval from paired resamples. The best one is picked on the set itself, which favours it.

        **Noise ceiling.** Architectures that compute the same function differ in accuracy by chance alone. How well they
        predict each other is about the most that a deterministic proxy can reach. It is no exact bound: a twin's accuracy carries
        chance too, so a proxy that knew each function's expected accuracy would do a little better (for Pearson's correlation r of
        two trainings it would reach √r). It is taken over the architectures of the whole table that have a twin. On NAS-Bench-201, functions are
        told apart by exact rules: dead branches vanish, a skip connection passes the terms of its source on, sums have no order
        and no nesting, poolings of one value are one value, and each convolution has weights of its own. That gives 5,259
        functions and τ-b .933, .926, .939 (CIFAR-10, CIFAR-100, ImageNet16-120). If the cell is unfolded into a tree, one
        convolution that is read twice looks like two: 4,929 classes, .925, .917, .929. That mixes networks of different sizes,
        so the first is used.

        **Undefined scores** are ranked worst, all tied, in every table; `coverage` shows each correlation with them dropped, too, and
        counts the reasons.

        **Intervals** are percentiles of bootstrap resamples over architectures, 1,000 unless `--resamples` says otherwise. All
        proxies share the resamples, so differences are paired. On a complete table they say how far a sample of that size would
        scatter.

        **p-values** are two-sided: 2 Φ(−|d| / σ), d the difference in τ-b and σ the standard deviation of the resampled differences;
        then Holm's correction over all proxies (gain) or all pairs (not told apart). The share of resamples on one side of zero
        cannot be smaller than 1 in 1,000, too coarse for hundreds of pairs.

        **Seeds.** Runs that differ in `--seed`, `--input-seed` or both are compared in pairs: `zcbench stats RUN RUN…`. The deviation is
        √(mean (xᵢ − xⱼ)² / 2) over the pairs that differ in the weights alone, in the minibatch alone, or in both; for all pairs of
        k runs that is the usual standard deviation. `--sample-seed` keeps the architectures the same.

        **Aliases** are proxies that order the set identically, ties included. `rank_sum:a+b` counts them once. Aggregates depend on the
        set: they are made anew over each population, and `stability` compares their order after a tenth or half of the set was left
        out with the order before.

        **Published scores** (`--with FILE`) stand in tables of their own and keep the sign of their file. Two layouts are read: JSON of
        NAS-Bench-Suite-Zero, {dataset: {key: {proxy: {score, time}}}} with NASLib's keys, and CSV with a column `architecture` and one for
        each proxy, an empty field for no score. NaN, infinities and the stand-in −1e8 are undefined. `agreement` compares ours with
        theirs over the architectures that both score. `zcbench export RUN` writes ours in the first layout, without undefined scores and
        aggregates. Figures copied from papers have columns of their own (`printed`).

        **Label budget** is what a proxy has seen: 0 structure, 1 noise, 2 images, 3 labels, 4 constants or a rule chosen by looking at
        accuracies, 5 accuracies.


        """;

    /// <summary>The whole page.</summary>
    public static string Text()
    {
        var text = new StringBuilder(Preamble).Append("## Populations\n\n");
        text.Append("- `all`, `sample` or `table`: everything the run holds.\n");
        foreach (var population in PopulationCatalogue.All.Values)
        {
            text.Append(CultureInfo.InvariantCulture, $"- `{population.Id}`: {population.Title}.\n");
        }

        text.Append("\nThe short table of a run shows the first, and `no_dead_branches` as well where the run is the whole space.\n\n## Definitions\n");
        foreach (var statistic in StatisticCatalogue.Definitions.Select(item => item.Info))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {statistic.Id}\n\n{Sentence(statistic.Title)}{Range(statistic)}.\n\n")
                .Append(CultureInfo.InvariantCulture, $"    {statistic.Definition}\n\n- Edge cases: {statistic.EdgeCases}\n- Source: {statistic.Source}\n");
        }

        return text.ToString();
    }

    private static string Range(StatisticInfo statistic)
    {
        var bounds = string.Create(
            CultureInfo.InvariantCulture, $", {statistic.Bounds.Lowest:#,0} to {statistic.Bounds.Highest:#,0}");
        return statistic.Unit.Length > 0 ? $"{bounds} {statistic.Unit}" : bounds;
    }

    // A Greek letter is a symbol and stays small.
    private static string Sentence(string text) => char.IsAscii(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
