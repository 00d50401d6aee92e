using MathNet.Numerics.Statistics;
using ZcBench.Statistics.Across;
using ZcBench.Statistics.Catalogue;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Statistics.Tests.Across;

public sealed class HierarchyTests
{
    private static readonly Bootstrap Plan = new(Resamples: 60, Seed: 4);

    // Two spaces; the first has three tasks, two of them of one set of architectures and one with two
    // repetitions.
    private static readonly Hierarchy Mixed = new([
        [
            new(0, [Methods(40, 1), Methods(40, 2)]),
            new(0, [Methods(40, 3), Methods(40, 4)]),
            new(1, [Methods(25, 5)]),
        ],
        [new(0, [Methods(30, 6)])],
    ]);

    [Fact]
    public void One_and_two_threads_give_the_same_resamples() =>
        Assert.Equal(Numbers(Plan, threads: 1), Numbers(Plan, threads: 2));

    [Fact]
    public void Another_seed_gives_other_resamples() =>
        Assert.NotEqual(Numbers(Plan, -1), Numbers(new(60, Seed: 5), -1));

    [Fact]
    public void More_resamples_begin_with_the_same_ones()
    {
        var (few, many) = (Drawn(Mixed, Plan), Drawn(Mixed, new(131, Seed: 4)));
        Assert.Equal(
            few.SelectMany(spaces => spaces.SelectMany(space => space.Tau.SelectMany(tau => tau))),
            many.Take(60).SelectMany(spaces => spaces.SelectMany(space => space.Tau.SelectMany(tau => tau)))
        );
    }

    [Fact]
    public void Counting_draws_gives_the_values_of_choosing_architectures_one_by_one()
    {
        foreach (var (resample, spaces) in Drawn(Mixed, Plan).Index())
        {
            foreach (var (place, space) in spaces.Index())
            {
                Assert.Equal(new DrawStream($"4/across/{resample}/0/spaces").Below(place, 2), space.Space);
                foreach (var (i, task) in space.Tasks.Index())
                {
                    Assert.Equal(
                        new DrawStream($"4/across/{resample}/{place}/tasks").Below(i, space.Tasks.Length),
                        task
                    );
                    var samples = Mixed.Spaces[space.Space][task];
                    Assert.All(
                        Plainly(samples, resample, place).Zip(space.Tau[i]),
                        pair => Assert.Equal(pair.First, pair.Second, 1e-12)
                    );
                }
            }
        }
    }

    [Fact]
    public void Tasks_that_share_architectures_share_their_draws()
    {
        var samples = Methods(40, 1);
        var same = new Hierarchy([
            [new(0, [samples]), new(0, [samples])],
        ]);
        var apart = new Hierarchy([
            [new(0, [samples]), new(1, [samples])],
        ]);
        Assert.All(Drawn(same, Plan), spaces => Assert.Equal(spaces[0].Tau[0], spaces[0].Tau[1]));
        Assert.Contains(
            Drawn(apart, Plan),
            spaces => spaces[0].Tasks[0] != spaces[0].Tasks[1] && spaces[0].Tau[0][0] != spaces[0].Tau[1][0]
        );
    }

    [Fact]
    public void A_method_is_as_good_as_itself()
    {
        var improvement = Mixed.Resample(Plan).Compare(1, 1, BlockUnit.Spaces);
        Assert.Equal(0.5, improvement.Probability);
        Assert.Equal(
            (0, 0, 4, 0),
            (improvement.Difference.Low.Value, improvement.Better, improvement.Equal, improvement.Worse)
        );
    }

    [Theory]
    [InlineData(BlockUnit.Spaces)]
    [InlineData(BlockUnit.Tasks)]
    public void Exchanging_two_methods_turns_everything_round(BlockUnit unit)
    {
        var resamples = Mixed.Resample(Plan);
        var (one, other) = (resamples.Compare(0, 2, unit), resamples.Compare(2, 0, unit));
        Assert.Equal(1, one.Probability + other.Probability, 1e-12);
        Assert.Equal(-one.Difference.Low.Value!.Value, other.Difference.High.Value!.Value, 1e-12);
        Assert.Equal((one.Better, one.Equal, one.Worse), (other.Worse, other.Equal, other.Better));
    }

    [Theory]
    // The first method has τ-b 1 where the second has −1, and the other way round.
    [InlineData(BlockUnit.Spaces, 1.0 / 2)] // (1 + 0 + 1/2) / 3
    [InlineData(BlockUnit.Tasks, 2.0 / 4)]
    public void The_probability_is_the_share_of_spaces_or_tasks_where_architectures_leave_no_doubt(
        BlockUnit unit,
        double share
    )
    {
        var sample = Samples.Normal(40, 0, seed: 8);
        var (up, down) = (
            sample.WithScores(sample.Truth),
            sample.WithScores(Array.ConvertAll(sample.Truth.ToArray(), a => -a))
        );
        var hierarchy = new Hierarchy([
            [
                new(
                    0,
                    [
                        [up, down],
                    ]
                ),
            ],
            [
                new(
                    0,
                    [
                        [down, up],
                    ]
                ),
            ],
            [
                new(
                    0,
                    [
                        [up, down],
                    ]
                ),
                new(
                    0,
                    [
                        [down, up],
                    ]
                ),
            ],
        ]);
        var improvement = hierarchy.Resample(new(4000, Seed: 1)).Compare(0, 1, unit);
        // Four standard deviations of a mean of 4,000 shares, each of three or more draws.
        Assert.Equal(share, improvement.Probability, 4 * 0.5 / Math.Sqrt(3 * 4000));
        Assert.Equal(0, improvement.Difference.Point.Value!.Value, 1e-12);
        Assert.Equal((2, 0, 2), (improvement.Better, improvement.Equal, improvement.Worse));
    }

    [Fact]
    public void The_interval_of_a_difference_is_that_of_drawing_spaces_where_nothing_else_varies()
    {
        // Differences of 2, 0 and −2 in three spaces: of the 27 draws one has the mean 2 and one −2.
        var sample = Samples.Normal(60, 0, seed: 9);
        var (up, down) = (
            sample.WithScores(sample.Truth),
            sample.WithScores(Array.ConvertAll(sample.Truth.ToArray(), a => -a))
        );
        var hierarchy = new Hierarchy([
            [
                new(
                    0,
                    [
                        [up, down],
                    ]
                ),
            ],
            [
                new(
                    0,
                    [
                        [down, up],
                    ]
                ),
            ],
            [
                new(
                    0,
                    [
                        [up, up],
                    ]
                ),
            ],
        ]);
        var resamples = Drawn(hierarchy, new(5400, Seed: 2));
        var means = resamples.Select(spaces => spaces.Average(space => space.Tau[0][0] - space.Tau[0][1]));
        var counts = means
            .GroupBy(mean => Math.Round(3 * mean / 2))
            .ToDictionary(group => group.Key, group => group.Count());
        // Trinomial: 1, 3, 6, 7, 6, 3, 1 of 27, within four standard deviations.
        foreach (var (sum, of27) in new[] { 1, 3, 6, 7, 6, 3, 1 }.Select((of27, i) => (i - 3, of27)))
        {
            var expected = 5400 * of27 / 27.0;
            Assert.Equal(expected, counts[sum], 4 * Math.Sqrt(expected * (1 - of27 / 27.0)));
        }
    }

    [Fact]
    public void With_one_task_it_scatters_as_the_bootstrap_over_architectures_does()
    {
        var samples = Methods(80, 12);
        var plan = new Bootstrap(2000, Seed: 3);
        var drawn = Drawn(
                new Hierarchy([
                    [new(0, [samples])],
                ]),
                plan
            )
            .Select(spaces => spaces[0].Tau[0][0]);
        var plain = plan.Run(new KendallTauB(), samples[0]).Values.Select(item => item.Value!.Value);
        Assert.InRange(drawn.StandardDeviation() / plain.StandardDeviation(), 0.93, 1.07);
    }

    [Fact]
    public void A_difference_within_the_deviation_of_seeds_counts_half()
    {
        // τ-b of the first: 1 and 0 with two seeds; of the second: .4 or so in both. The difference .1 is
        // far below its deviation of .7.
        double[] truth = [1, 2, 3, 4, 5];
        var hierarchy = new Hierarchy([
            [
                new(
                    0,
                    [
                        [new(truth, truth), new([2, 1, 3, 5, 4], truth)],
                        [new([1, 5, 4, 3, 2], truth), new([2, 1, 3, 5, 4], truth)],
                    ]
                ),
            ],
        ]);
        var deviation = hierarchy.SeedDeviation(0, 0, 0, 1)!.Value;
        var difference = hierarchy.Tau[0][0][0] - hierarchy.Tau[0][0][1];
        Assert.Equal(Math.Sqrt(0.5) * 1.2, deviation, 1e-12);
        Assert.InRange(Math.Abs(difference), 0.1, deviation);
        var improvement = hierarchy.Resample(Plan).Compare(0, 1, BlockUnit.Tasks);
        Assert.Equal((0, 1, 0), (improvement.Better, improvement.Equal, improvement.Worse));
    }

    [Fact]
    public void One_repetition_has_no_deviation() => Assert.Null(Mixed.SeedDeviation(1, 0, 0, 1));

    [Fact]
    public void Mean_ranks_are_those_of_the_blocks_and_their_intervals_hold_them()
    {
        foreach (var unit in Enum.GetValues<BlockUnit>())
        {
            var ranks = Mixed.Resample(new(400)).MeanRanks(unit);
            Assert.Equal(
                BlockRanks.Of(Mixed.Blocks(unit)).Means,
                ranks.Select(item => item.Point.Value!.Value)
            );
            Assert.All(ranks, item => Assert.InRange(item.Low.Value!.Value, 1, item.High.Value!.Value));
        }

        Assert.Equal((2, 4), (Mixed.Blocks(BlockUnit.Spaces).Count, Mixed.Blocks(BlockUnit.Tasks).Count));
    }

    [Fact]
    public void A_space_counts_by_the_mean_of_its_tasks() =>
        Assert.Equal(Mixed.Tau[0].Average(tau => tau[2]), Mixed.Blocks(BlockUnit.Spaces)[0][2], 1e-15);

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        var samples = Methods(10, 1);
        Assert.Throws<ArgumentException>(() => new Hierarchy([]));
        Assert.Throws<ArgumentException>(() =>
            new Hierarchy([
                [],
            ])
        );
        Assert.Throws<ArgumentException>(() =>
            new Hierarchy([
                [new(0, [])],
            ])
        );
        Assert.Throws<ArgumentException>(() =>
            new Hierarchy([
                [new(0, [samples, [samples[0]]])],
            ])
        );
        Assert.Throws<ArgumentException>(() =>
            new Hierarchy([
                [new(0, [samples]), new(0, [Methods(11, 1)])],
            ])
        );
        Assert.Throws<ArgumentException>(() =>
            new Hierarchy([
                [
                    new(
                        0,
                        [
                            [samples[0].RandomChoice()],
                        ]
                    ),
                ],
            ])
        );
    }

    // Three methods of falling quality, with ties.
    private static Sample[] Methods(int count, int seed)
    {
        var best = Samples.Rounded(Samples.Normal(count, 0.8, seed));
        var random = new System.Random(seed);
        return
        [
            best,
            best.MapScores(score => score + random.NextDouble()),
            best.MapScores(score => score + 4 * random.NextDouble()),
        ];
    }

    private static DrawnSpace[][] Drawn(Hierarchy hierarchy, Bootstrap plan) =>
        new HierarchicalDraw(hierarchy, plan, threads: -1).All();

    private static List<double> Numbers(Bootstrap plan, int threads) =>
        [
            .. Mixed
                .Resample(plan, threads)
                .MeanRanks(BlockUnit.Tasks)
                .Select(item => item.High.Value!.Value),
            Mixed.Resample(plan, threads).Compare(0, 2, BlockUnit.Spaces).Difference.Low.Value!.Value,
            Mixed.Resample(plan, threads).Compare(0, 1, BlockUnit.Tasks).Probability,
        ];

    private static double[] Plainly(TaskSamples task, int resample, int place)
    {
        var rows = Enumerable
            .Range(0, task.Architectures)
            .Select(i =>
                new DrawStream($"4/across/{resample}/{place}/architectures/{task.Set}").Below(
                    i,
                    task.Architectures
                )
            )
            .ToArray();
        var repetitions = Enumerable
            .Range(0, task.Repetitions.Count)
            .Select(i =>
                task.Repetitions[
                    new DrawStream($"4/across/{resample}/{place}/repetitions").Below(
                        i,
                        task.Repetitions.Count
                    )
                ]
            )
            .ToList();
        return
        [
            .. Enumerable
                .Range(0, 3)
                .Select(method =>
                    repetitions.Average(samples =>
                        new KendallTauB().Compute(samples[method].Select(rows)).Value!.Value
                    )
                ),
        ];
    }
}
