using MathNet.Numerics.LinearAlgebra;
using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// Adds up absolute correlations between samples over values of several networks, in double precision and in
/// several ways of counting at once.
/// </summary>
internal sealed class CorrelationSums
{
    // A row whose deviation is below this share of its mean is constant.
    private const double Constant = 1e-13;

    // [ways, networks, N, N].
    private readonly Tensor _sums;

    /// <summary>Nothing added yet.</summary>
    public CorrelationSums(int ways, int members, long samples, torch.Device device) =>
        _sums = torch.zeros([ways, members, samples, samples], dtype: torch.float64, device: device);

    /// <summary>Adds the correlations of values, a slot after another.</summary>
    /// <param name="values">[N, G·C, ...].</param>
    /// <param name="members">For each slot, whose it is.</param>
    /// <param name="counts">For each slot how often it counts in each way.</param>
    public void Add(Tensor values, IReadOnlyList<int> members, IReadOnlyList<double[]> counts)
    {
        if (counts.All(count => count.All(times => times == 0)))
        {
            return;
        }

        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var device = values.device;
        var ways = counts[0].Length;
        double[] times = [.. Enumerable.Range(0, ways).SelectMany(way => counts.Select(count => count[way]))];
        var factors = torch.tensor(times, device: device).reshape(ways, -1, 1, 1);
        long[] places = [.. members.Select(member => (long)member)];
        var correlations = Correlations(SampleRows(values.detach(), members.Count));
        _sums.index_add_(
            1,
            torch.tensor(places, device: device),
            factors.mul(correlations.unsqueeze(0)),
            Scalars.Of(1)
        );
    }

    /// <summary>The sum of one network in one way of counting.</summary>
    public Matrix<double> Of(int way, int member) => Numbers.Matrix(_sums.select(0, way).select(0, member));

    /// <summary>
    /// |corr| of the rows of [G, N, numbers]; all 0 where a row is constant or not finite, since one of its
    /// correlations is not defined.
    /// </summary>
    internal static Tensor Correlations(Tensor rows)
    {
        using var scope = torch.NewDisposeScope();
        var wide = Numbers.Wide(rows);
        var means = wide.mean([2], keepdim: true);
        var centred = wide.sub(means);
        var products = centred.bmm(centred.transpose(1, 2));
        var squares = products.diagonal(0, 1, 2);
        var least = means
            .squeeze(2)
            .mul(Scalars.Of(Constant))
            .pow(Scalars.Of(2))
            .mul(Scalars.Of(rows.shape[2]));
        var norms = squares.sqrt().unsqueeze(2);
        var correlations = products.abs().div(norms).div(norms.transpose(1, 2));
        var isDefined = squares
            .gt(least)
            .all(1)
            .logical_and(correlations.isfinite().flatten(1).all(1))
            .reshape(-1, 1, 1);
        return correlations.masked_fill(isDefined.logical_not(), Scalars.Of(0)).MoveToOuterDisposeScope();
    }

    // The order of numbers in a row is free, so that a value in the layout of the CPU is read where it lies.
    private static Tensor SampleRows(Tensor values, int slots)
    {
        var samples = values.shape[0];
        if (values.ndim == 2)
        {
            return values.reshape(samples, slots, -1).transpose(0, 1);
        }

        return slots == 1
            ? values.permute(0, 2, 3, 1).reshape(1, samples, -1)
            : values.reshape(samples, slots, -1).transpose(0, 1);
    }
}
