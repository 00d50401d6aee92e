using System.Globalization;
using System.Text;
using ZcBench.Reports.Across;
using ZcBench.Reports.Populations;
using ZcBench.Statistics;

namespace ZcBench.Reports.Files;

/// <summary>docs/statistics.md, written from the catalogue so that it cannot disagree with it.</summary>
internal static class StatisticsDocument
{
    private const string Preamble = """
        # The statistics

        This page is generated: `zcbench ls statistics --markdown > docs/statistics.md`. A test keeps it true.

        `zcbench stats RUN…` prints all statistics of scored runs of one dataset, `--json` gives every number
        with all its digits, and `run` prints the first table. Runs of several search spaces are compared
        across them; see below. In the formulas sᵢ is a score, with its sign changed if
        lower is better, and aᵢ a trained accuracy in percent. A statistic without a value says why.

        ## How a report reads

        **Target.** Every caption names dataset, split and epochs of the accuracies, the number of
        architectures and the population. The caption of the first table also states the method: table, how
        seeds were averaged, how scores were made, and how intervals were made. The table's other accuracies
        are compared as `rungs`: validation accuracy, and accuracy after fewer epochs.

        **Counting.** The proxies that only count parts of the graph (`params`, `flops`, `live_flops`,
        `live_convs`, `live_pools`, `conv_depth`, and `counting`, a rank sum) are scored with every run, and
        every proxy's gain over the best of them has an interval from paired resamples. The best one is chosen
        on the same set, which favours it.

        **Noise ceiling.** Where a table has several trainings of each network (`…_seed777`, `…_run1`), the
        ceiling is how well one training predicts another: the mean of ρ and of τ-b over all pairs of
        trainings, over the whole table. That is the ceiling for one training; a mean of three can be
        predicted a little better. On NAS-Bench-Macro it is ρ .979 and τ-b .879. Where a table has one
        training of each, twins stand in for it: architectures that compute the same function differ in
        accuracy by chance alone. How well they predict each other is about the most that a deterministic
        proxy can reach. It is not an exact bound: a twin's accuracy varies by chance too, so a proxy that
        knew each function's expected accuracy would do a little better (for Pearson's correlation r of two
        trainings it would reach √r). It is computed over the architectures of the whole table that have a
        twin. On NAS-Bench-201, exact rules decide whether two functions are the same: dead branches are
        removed, a skip connection passes on the terms of its source, the order and nesting of sums do not
        matter, equal poolings of one value are one value, and each convolution has its own weights. That
        gives 5,259 functions and τ-b .933, .926, .939 (CIFAR-10, CIFAR-100, ImageNet16-120). If the cell is
        unfolded into a tree, one convolution that is read twice looks like two: 4,929 classes, .925, .917,
        .929. That mixes networks of different sizes, so the first is used.

        **Undefined scores** are ranked worst, all tied, in every table. `coverage` also shows each
        correlation without them, and counts the reasons.

        **Intervals** are percentiles of bootstrap resamples over architectures, 1,000 unless `--resamples`
        says otherwise. A 95 % interval takes at least 39; with fewer there is none. All proxies share the
        resamples, so differences are paired. On a complete table they say how much a sample of that size
        would vary.

        **p-values** are two-sided: 2 Φ(−|d| / σ), d the difference in τ-b and σ the standard deviation of the
        resampled differences; then Holm's correction over all proxies (gain) or all pairs (`paired`). If
        the whole interval of a difference is within ±.02, the two proxies are equal in practice; a large
        p-value alone does not show that. The share of resamples on one side of zero cannot be smaller than 1
        in 1,000, too coarse for hundreds of pairs.

        **Seeds.** Runs that differ in `--seed`, `--input-seed` or both are compared in pairs: `zcbench stats
        RUN RUN…`. The deviation is √(mean (xᵢ − xⱼ)² / 2) over the pairs that differ in the weights alone, in
        the minibatch alone, or in both; for all pairs of k runs that is the usual standard deviation.
        `--sample-seed` keeps the architectures the same.

        **Aliases** are proxies that give the same order, ties included. `rank_sum:a+b` counts them once.
        Aggregates depend on the set: they are recomputed on each population, and `stability` compares their
        order before and after a tenth or half of the set is left out.

        **Scores from elsewhere** (`--with FILE`) are columns like ours: in the ranking, the figures, the
        paired tests, size control and redundancy, over the architectures that the file lists too. One that
        is listed without a score is undefined. Two layouts are read: JSON of NAS-Bench-Suite-Zero,
        {dataset: {key: {proxy: {score, time}}}} with NASLib's keys, and CSV with a column `architecture` (the
        benchmark's text or NASLib's tuple) or `index` (the number in the run's table), and one for each
        proxy, an empty field for no score. NaN, infinities and the stand-in −1e8 are undefined. Which end is
        good is said by the heading, `mine:higher` or `mine:lower`, by a JSON file of the same name beside the
        CSV, {"proxies": {"mine": {"direction": "lower", "title": "…", "labels": 2, "milliseconds": 3}}}, or
        by the name, where it is one of ours or of a known suite; otherwise the file is refused. What the JSON
        of NAS-Bench-201 calls `cifar10` is used for `cifar10` and for `cifar10-valid`: the networks and
        images are the same. `published` shows the same columns over the architectures with a score alone.

        `agreement` compares ours with theirs over the architectures that both score. A published name means a
        proxy of ours if it is the same, a known alias (`nwot`, `naswot`, `jacov`, `nregions`), or either
        after the prefix of a known suite (`nbsz_` for NAS-Bench-Suite-Zero, `freerea_` for FreeREA). No other
        prefix is removed. `zcbench export RUN` writes our scores in the first layout, without undefined
        scores and aggregates; where lower is better, each score has the member `"lower_is_better": true`, so
        an export that is read back agrees with its run. Numbers copied from papers have their own columns
        (`printed`).

        **Label budget** is what a proxy has seen: 0 structure, 1 noise, 2 images, 3 labels, 4 constants or a
        rule chosen by looking at accuracies, 5 accuracies.


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

        text.Append(
            "\nThe short table of a run shows the first, "
                + "and `no_dead_branches` as well where the run is the whole space.\n\n"
        );
        text.Append(AcrossDocument.Text).Append("## Definitions\n");
        foreach (var statistic in StatisticCatalogue.Definitions.Select(item => item.Info))
        {
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"\n### {statistic.Id}\n\n{Sentence(statistic.Title)}{Range(statistic)}.\n\n"
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"    {statistic.Definition}\n\n"
                        + $"- Edge cases: {statistic.EdgeCases}\n"
                        + $"- Source: {statistic.Source}\n"
                );
        }

        return text.ToString();
    }

    private static string Range(StatisticInfo statistic)
    {
        var bounds = string.Create(
            CultureInfo.InvariantCulture,
            $", {statistic.Bounds.Lowest:#,0} to {statistic.Bounds.Highest:#,0}"
        );
        return statistic.Unit.Length > 0 ? $"{bounds} {statistic.Unit}" : bounds;
    }

    // A Greek letter is a symbol and stays small.
    private static string Sentence(string text) =>
        char.IsAscii(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
}
