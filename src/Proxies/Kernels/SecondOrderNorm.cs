using System.Numerics;
using System.Runtime.Intrinsics;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// Batch norm in training mode of values (x, x_s, x_t, x_st) that carry two directional derivatives and their
/// mixed second one: y = c r with c = x − mean(x) and r = (mean(c²) + ε)^(−½), differentiated by the product
/// and chain rules. Three passes over memory; blocks of rows are summed first and the blocks in double
/// precision, in one order whatever the number of threads.
/// </summary>
internal sealed class SecondOrderNorm
{
    private const int Parts = 4;
    private const int Block = 64;
    private readonly int _rows;
    private readonly int _channels;
    private readonly double _epsilon;
    private readonly ParallelOptions _threads;

    /// <summary>A norm over so many rows of channels.</summary>
    /// <param name="rows">Samples times pixels.</param>
    /// <param name="channels">C.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="threads">How many blocks of rows are worked on at once.</param>
    public SecondOrderNorm(int rows, int channels, double epsilon, int threads)
    {
        _rows = rows;
        _channels = channels;
        _epsilon = epsilon;
        _threads = new ParallelOptions { MaxDegreeOfParallelism = threads };
    }

    /// <summary>Writes the norm of [4, rows, C] to <paramref name="result"/>, of the same shape.</summary>
    public unsafe void Apply<T>(ReadOnlySpan<T> values, Span<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (
            T* start = values,
                target = result
        )
        {
            var (x, y) = ((nint)start, (nint)target);
            var means = Totals<T>(Parts, (first, last, sums) => Sum((T*)x, first, last, sums));
            var mean = Scaled<T>(means);
            var moments = Totals<T>(Parts, (first, last, sums) => Moments((T*)x, mean, first, last, sums));
            var factors = Factors<T>(moments);
            Blocks((first, last) => Normalise((T*)x, (T*)y, mean, factors, first, last));
        }
    }

    private T[] Scaled<T>(double[] totals)
        where T : IFloatingPointIeee754<T> => [.. totals.Select(total => T.CreateChecked(total / _rows))];

    // Per channel r, r_s, r_t, r_st from the sums of c², c c_s, c c_t and c c_st + c_s c_t.
    private T[] Factors<T>(double[] moments)
        where T : IFloatingPointIeee754<T>
    {
        var factors = new T[Parts * _channels];
        for (var channel = 0; channel < _channels; channel++)
        {
            var v = moments[channel] / _rows;
            var vs = 2 * moments[_channels + channel] / _rows;
            var vt = 2 * moments[2 * _channels + channel] / _rows;
            var vst = 2 * moments[3 * _channels + channel] / _rows;
            var r = 1 / Math.Sqrt(v + _epsilon);
            var first = -0.5 * r * r * r;
            factors[channel] = T.CreateChecked(r);
            factors[_channels + channel] = T.CreateChecked(first * vs);
            factors[2 * _channels + channel] = T.CreateChecked(first * vt);
            factors[3 * _channels + channel] = T.CreateChecked(first * vst + 0.75 * Math.Pow(r, 5) * vs * vt);
        }

        return factors;
    }

    // A column of vectors at a time, so that its sums stay in registers.
    private unsafe void Sum<T>(T* x, int first, int last, T* sums)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var part = 0; part < Parts; part++)
        {
            var values = x + (long)part * _rows * _channels;
            var sum = sums + part * _channels;
            var channel = 0;
            for (; channel <= _channels - Vector512<T>.Count; channel += Vector512<T>.Count)
            {
                var total = Vector512<T>.Zero;
                for (var row = first; row < last; row++)
                {
                    total += Vector512.Load(values + (long)row * _channels + channel);
                }

                total.Store(sum + channel);
            }

            for (; channel < _channels; channel++)
            {
                for (var row = first; row < last; row++)
                {
                    sum[channel] += values[(long)row * _channels + channel];
                }
            }
        }
    }

    private unsafe void Moments<T>(T* x, T[] means, int first, int last, T* sums)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var part = (long)_rows * _channels;
        T* vv = sums,
            vs = sums + _channels,
            vt = sums + 2 * _channels,
            vst = sums + 3 * _channels;
        fixed (T* mean = means)
        {
            var channel = 0;
            for (; channel <= _channels - Vector512<T>.Count; channel += Vector512<T>.Count)
            {
                var m = Vector512.Load(mean + channel);
                var ms = Vector512.Load(mean + _channels + channel);
                var mt = Vector512.Load(mean + 2 * _channels + channel);
                var mst = Vector512.Load(mean + 3 * _channels + channel);
                Vector512<T> sv = default,
                    svs = default,
                    svt = default,
                    svst = default;
                for (var row = first; row < last; row++)
                {
                    var at = x + (long)row * _channels + channel;
                    var c = Vector512.Load(at) - m;
                    var cs = Vector512.Load(at + part) - ms;
                    var ct = Vector512.Load(at + 2 * part) - mt;
                    var cst = Vector512.Load(at + 3 * part) - mst;
                    sv += c * c;
                    svs += c * cs;
                    svt += c * ct;
                    svst += c * cst + cs * ct;
                }

                sv.Store(vv + channel);
                svs.Store(vs + channel);
                svt.Store(vt + channel);
                svst.Store(vst + channel);
            }

            for (; channel < _channels; channel++)
            {
                for (var row = first; row < last; row++)
                {
                    var at = x + (long)row * _channels + channel;
                    var c = at[0] - mean[channel];
                    var cs = at[part] - mean[_channels + channel];
                    var ct = at[2 * part] - mean[2 * _channels + channel];
                    vv[channel] += c * c;
                    vs[channel] += c * cs;
                    vt[channel] += c * ct;
                    vst[channel] += c * (at[3 * part] - mean[3 * _channels + channel]) + cs * ct;
                }
            }
        }
    }

    // y = c r, y_s = c_s r + c r_s, y_t = c_t r + c r_t, y_st = c_st r + c_s r_t + c_t r_s + c r_st.
    private unsafe void Normalise<T>(T* x, T* y, T[] means, T[] factors, int first, int last)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var part = (long)_rows * _channels;
        fixed (
            T* mean = means,
                factor = factors
        )
        {
            for (var row = first; row < last; row++)
            {
                var values = x + (long)row * _channels;
                var results = y + (long)row * _channels;
                var channel = 0;
                for (; channel <= _channels - Vector512<T>.Count; channel += Vector512<T>.Count)
                {
                    var at = values + channel;
                    var c = Vector512.Load(at) - Vector512.Load(mean + channel);
                    var cs = Vector512.Load(at + part) - Vector512.Load(mean + _channels + channel);
                    var ct = Vector512.Load(at + 2 * part) - Vector512.Load(mean + 2 * _channels + channel);
                    var cst = Vector512.Load(at + 3 * part) - Vector512.Load(mean + 3 * _channels + channel);
                    var r = Vector512.Load(factor + channel);
                    var rs = Vector512.Load(factor + _channels + channel);
                    var rt = Vector512.Load(factor + 2 * _channels + channel);
                    var to = results + channel;
                    (c * r).Store(to);
                    (cs * r + c * rs).Store(to + part);
                    (ct * r + c * rt).Store(to + 2 * part);
                    (
                        cst * r + cs * rt + ct * rs + c * Vector512.Load(factor + 3 * _channels + channel)
                    ).Store(to + 3 * part);
                }

                for (; channel < _channels; channel++)
                {
                    var at = values + channel;
                    var c = at[0] - mean[channel];
                    var cs = at[part] - mean[_channels + channel];
                    var ct = at[2 * part] - mean[2 * _channels + channel];
                    var (r, rs, rt) = (
                        factor[channel],
                        factor[_channels + channel],
                        factor[2 * _channels + channel]
                    );
                    var to = results + channel;
                    to[3 * part] =
                        (at[3 * part] - mean[3 * _channels + channel]) * r
                        + cs * rt
                        + ct * rs
                        + c * factor[3 * _channels + channel];
                    to[0] = c * r;
                    to[part] = cs * r + c * rs;
                    to[2 * part] = ct * r + c * rt;
                }
            }
        }
    }

    private unsafe delegate void Adder<T>(int first, int last, T* sums)
        where T : unmanaged;

    // For each part and channel what the adder sums over all rows.
    private unsafe double[] Totals<T>(int parts, Adder<T> add)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var width = parts * _channels;
        var sums = new T[(_rows + Block - 1) / Block * width];
        Blocks(
            (first, last) =>
            {
                for (var row = first; row < last; row += Block)
                {
                    fixed (T* own = &sums[row / Block * width])
                    {
                        add(row, Math.Min(last, row + Block), own);
                    }
                }
            }
        );
        var totals = new double[width];
        for (var i = 0; i < sums.Length; i++)
        {
            totals[i % width] += double.CreateChecked(sums[i]);
        }

        return totals;
    }

    // Tasks of several blocks each.
    private void Blocks(Action<int, int> work)
    {
        const int TaskRows = 32 * Block;
        Parallel.For(
            0,
            (_rows + TaskRows - 1) / TaskRows,
            _threads,
            task => work(task * TaskRows, Math.Min(_rows, (task + 1) * TaskRows))
        );
    }
}
