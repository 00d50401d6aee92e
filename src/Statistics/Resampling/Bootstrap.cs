using System.Runtime.InteropServices;

namespace ZcBench.Statistics.Resampling;

/// <summary>
/// The nonparametric bootstrap over architectures: n are drawn with replacement, the statistic is computed
/// anew. Resample b holds the same architectures for every proxy and statistic, so differences are paired.
/// </summary>
/// <remarks>
/// Efron, Bootstrap methods: another look at the jackknife, Annals of Statistics 7, 1979. It speaks for a
/// random sample of a large space; on a complete table it says how far a sample of that size would scatter.
/// </remarks>
/// <param name="Resamples">How many times to draw.</param>
/// <param name="Level">Coverage of the intervals, between 0 and 1.</param>
/// <param name="Seed">Names the draws; equal seeds give equal results on any number of threads.</param>
public sealed record Bootstrap(int Resamples = 1000, double Level = 0.95, long Seed = 0)
{
    /// <summary>How many times to draw.</summary>
    public int Resamples { get; } =
        Resamples >= 1
            ? Resamples
            : throw new ArgumentException(
                $"{Resamples} resamples were asked for; give at least 1",
                nameof(Resamples)
            );

    /// <summary>Coverage of the intervals.</summary>
    public double Level { get; } =
        Level is > 0 and < 1
            ? Level
            : throw new ArgumentException(
                $"the level {Level} lies outside (0, 1); give for example 0.95",
                nameof(Level)
            );

    /// <summary>
    /// Whether there are enough resamples for an interval of this level; with fewer it is undefined.
    /// </summary>
    public bool HasIntervals => Resamples >= Percentiles.Least(Level);

    /// <summary>Bootstraps a statistic of one proxy.</summary>
    public ResampledStatistic Run(IStatistic statistic, Sample sample, int threads = -1) =>
        Run(statistic, [sample], threads)[0];

    /// <summary>Bootstraps a statistic of several proxies on the same architectures.</summary>
    /// <param name="statistic">What to compute.</param>
    /// <param name="samples">One a proxy; row i is the same architecture in all of them.</param>
    /// <param name="threads">
    /// At most so many threads, −1 for one per core; does not change the result.
    /// </param>
    /// <exception cref="ArgumentException">The samples differ in length.</exception>
    public IReadOnlyList<ResampledStatistic> Run(
        IStatistic statistic,
        IReadOnlyList<Sample> samples,
        int threads = -1
    )
    {
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentNullException.ThrowIfNull(samples);
        var count = samples.Count == 0 ? 0 : samples[0].Count;
        if (samples.FirstOrDefault(sample => sample.Count != count) is Sample other)
        {
            throw new ArgumentException(
                $"a sample has {other.Count} architectures and another {count}; give the same ones to all",
                nameof(samples)
            );
        }

        var values = samples.Select(_ => new Estimate[Resamples]).ToArray();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        if (statistic is IVectorised vectorised)
        {
            RunLanes([.. samples.Select(vectorised.Prepare)], count, values, options);
        }
        else
        {
            RunPlainly(statistic, samples, count, values, options);
        }

        return
        [
            .. samples.Select(
                (sample, i) =>
                    new ResampledStatistic(statistic.Info, this, count, statistic.Compute(sample), values[i])
            ),
        ];
    }

    private void RunPlainly(
        IStatistic statistic,
        IReadOnlyList<Sample> samples,
        int count,
        Estimate[][] values,
        ParallelOptions options
    ) =>
        Parallel.For(
            0,
            Resamples,
            options,
            () => new int[count],
            (resample, _, rows) =>
            {
                var stream = new DrawStream(Seed, resample);
                for (var draw = 0; draw < count; draw++)
                {
                    rows[draw] = stream.Below(draw, count);
                }

                // Sorted, so that every column is read from front to back.
                Array.Sort(rows);
                var (truth, drawnTruth) = (default(Column), default(Column));
                for (var i = 0; i < samples.Count; i++)
                {
                    (truth, drawnTruth) =
                        samples[i].TruthColumn == truth
                            ? (truth, drawnTruth)
                            : (samples[i].TruthColumn, samples[i].TruthColumn.Select(rows));
                    values[i][resample] = statistic.Compute(samples[i].Select(rows, drawnTruth!));
                }

                return rows;
            },
            _ => { }
        );

    private void RunLanes(IPrepared[] prepared, int count, Estimate[][] values, ParallelOptions options) =>
        Parallel.For(
            0,
            (Resamples + Lanes.Count - 1) / Lanes.Count,
            options,
            () => new Lanes[count],
            (batch, _, draws) =>
            {
                Draw(batch, draws);
                var estimates = new Estimate[Lanes.Count];
                for (var i = 0; i < prepared.Length; i++)
                {
                    prepared[i].Compute(draws, estimates);
                    var target = values[i].AsSpan(batch * Lanes.Count);
                    estimates.AsSpan(0, Math.Min(estimates.Length, target.Length)).CopyTo(target);
                }

                return draws;
            },
            _ => { }
        );

    private void Draw(int batch, Lanes[] draws)
    {
        Array.Clear(draws);
        var counts = MemoryMarshal.Cast<Lanes, double>(draws.AsSpan());
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            var stream = new DrawStream(Seed, batch * Lanes.Count + lane);
            for (var draw = 0; draw < draws.Length; draw++)
            {
                counts[stream.Below(draw, draws.Length) * Lanes.Count + lane]++;
            }
        }
    }
}
