namespace ZcBench.Reports.Across;

/// <summary>The section of docs/statistics.md on comparisons across search spaces.</summary>
internal static class AcrossDocument
{
    public const string Text = """
        ## Across search spaces

        `zcbench stats RUN RUN…` over runs of several search spaces says which proxy to take to a space that
        nobody has seen. `--out FOLDER` writes tables (`leaderboard`, `tests`, `tasks`, `left_out`), figures
        (`critical_difference`, `performance_profiles`), `across.json` and the page `leaderboard.html`.
        `zcbench report RUN RUN… --out FOLDER` does the same.

        **Tasks.** A task is a space and a dataset. It takes the test accuracies after full training where
        the table has them. A dataset of the table that has no run of its own is held against the scores of
        the space's first runs; the table `tasks` says which networks were scored. Runs of one space and
        dataset must differ in their seeds only. They are repetitions of one task, not further tasks, and
        τ-b is their mean.

        **Blocks.** Tests of ranks take independent blocks, and tasks of one space are not independent: they
        share architectures, often images and scores. So by default a block is a space: x̄ₛⱼ = Σ_t τₛₜⱼ / Tₛ
        over its Tₛ tasks, j the proxy. `--blocks tasks` takes each task for a block. Both counts are
        printed, and the table `tests` has both.

        **Which proxies.** Those that every run scored in one version, with a τ-b on every task and scores
        for at least half of its architectures. The others are listed with the reason. Other undefined scores
        rank worst, as everywhere. A proxy with equal scores or hardly any on a task is left out of the whole
        comparison, for its order there would be mostly a matter of who has a score.

        **Mean rank.** rᵢⱼ is the rank of proxy j in block i, 1 for the highest τ-b, ties by their mean
        rank; R̄ⱼ = Σᵢ rᵢⱼ / N over N blocks.

        **Baseline.** The best count of the graph by mean rank, of those with label budget 0. It is chosen
        on the same blocks, which favours it.

        **Friedman's test** that k proxies rank alike: χ² = 12N / (k(k + 1)) · (Σⱼ R̄ⱼ² − k(k + 1)²/4) / C
        with k − 1 degrees of freedom, C = 1 − Σ(t³ − t) / (N(k³ − k)) over the tie groups of t proxies in
        all blocks. Iman and Davenport's F = (N − 1)χ² / (N(k − 1) − χ²) with k − 1 and (k − 1)(N − 1)
        degrees of freedom is less conservative. Where all blocks rank alike F is infinite, and its p is the
        exact probability of that, (Πt! / k!)^(N − 1). Both approximate the exact test well only for N above
        about 10 and k above 5. Sources: Friedman, JASA 32, 1937; Conover, Practical Nonparametric
        Statistics, 1971; Iman and Davenport, Communications in Statistics A 9, 1980.

        **Critical differences** of mean ranks: q √(k(k + 1) / (6N)). Nemenyi's, between any two: q is the
        0.95 quantile of the studentized range of k with infinitely many degrees of freedom, divided by √2.
        It is computed: P(W ≤ w) = k ∫ φ(z) (Φ(z + w) − Φ(z))^(k − 1) dz. Bonferroni and Dunn's, from the
        baseline: q is the 1 − 0.05/(2(k − 1)) quantile of the normal distribution. Bars in the diagram join
        the largest groups in which every two are closer than Nemenyi's. Many proxies and few blocks make it
        wider than the axis, and then nothing is told apart. Sources: Nemenyi, 1963; Dunn, JASA 56, 1961;
        Demšar, JMLR 7, 2006.

        **p** in the leaderboard: z = (R̄_c − R̄ⱼ) / √(k(k + 1) / (6N)) against the baseline c, 2 Φ(−|z|),
        then Holm's correction over the k − 1 proxies. It assumes independent blocks; ties make it
        conservative. It looks at ranks alone. The interval of the gain looks at the size of τ-b, so the two
        may differ.

        **Hierarchical bootstrap.** Each resample draws as many spaces as there are, with replacement; for
        each drawn space as many of its tasks as it has; as many architectures as it has, the same for all
        proxies and for all tasks that share them; and as many repetitions as a task has. Each level takes
        what is there for a random sample of what could be. A τ-b without a value on a resample counts as 0.
        From the resamples come

        - the interval of the mean rank, percentiles of the mean rank in each resample;
        - the gain, the mean over blocks of the difference in τ-b from the baseline, and its interval;
        - P(improvement), the probability that τ-b is higher than the baseline's on a space and task drawn
          anew: the mean over resamples of the share of drawn tasks on which it is, practically equal ones
          counting half. Where spaces are blocks each drawn space has the same weight.

        With S spaces there are few different draws of them (10 for S = 3), so intervals over few spaces are
        rough. Sources: Davison and Hinkley, Bootstrap Methods and their Application, 1997; Agarwal and
        others, NeurIPS 2021.

        **Practical equality.** Where a task has several repetitions, a difference in τ-b of no more than
        its own standard deviation over them counts as equal: in P(improvement), and in the numbers of tasks
        that are better, equal or worse. With one repetition only equal τ-b are equal. Ranks, tests and
        gains do not use it, for "about equal" is not transitive.

        **Performance profiles.** S(x) is the share of tasks on which τ-b is at least x times the ceiling:
        the noise ceiling of the table's accuracies where at least 100 architectures share their function,
        else 1. Where spaces are blocks a task weighs 1/Tₛ. Source: Dolan and Moré, Mathematical Programming
        91, 2002, there over ratios to the best.


        """;
}
