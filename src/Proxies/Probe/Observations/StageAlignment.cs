using System.Globalization;
using ZcBench.Benchmarks.Randomness;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// How the backward pass through each block changes random signs: with g_out = ±1 at a block's output and g_in its image at the
/// block's input, the largest singular value of g_inᵀ g_out / (N · H · W).
/// </summary>
/// <param name="Blocks">One for each pair of neighbouring stages, in order.</param>
public sealed record StageAlignment(IReadOnlyList<BlockAlignment> Blocks)
{
    internal static StageAlignment Run(Session session)
    {
        var stages = session.Get(Needs.Forward).Stages;
        return new([.. Enumerable.Range(1, stages.Count - 1).Select(i => Block(session, stages[i - 1], stages[i], i))]);
    }

    private static BlockAlignment Block(Session session, Tensor input, Tensor output, int index)
    {
        using var scope = torch.NewDisposeScope();
        var signs = Signs(session, output.shape, index);
        if (ReferenceEquals(input, output))
        {
            return new(0, IsIdentity: true);
        }

        var gradient = output.requires_grad
            ? torch.autograd.grad([output], [input], [signs], retain_graph: true, allow_unused: true)[0]
            : null;
        if (gradient is null || gradient.IsInvalid)
        {
            return new(0, IsIdentity: false);
        }

        if (gradient.shape.SequenceEqual(signs.shape) && gradient.eq(signs).all().item<bool>())
        {
            return new(0, IsIdentity: true);
        }

        var shrink = input.shape[2] / output.shape[2];
        var back = Rows(shrink > 1 ? torch.nn.functional.pixel_unshuffle(gradient, shrink) : gradient);
        var product = Numbers.Wide(back.t().mm(Rows(signs))).div(signs.shape[0] * signs.shape[2] * signs.shape[3]);
        return new(Numbers.All(torch.linalg.svdvals(product.cpu())).Max(), IsIdentity: false);
    }

    // +1 where the stream "seed/aznas/index" is below one half, −1 elsewhere, in row-major order of [N, C, H, W].
    private static Tensor Signs(Session session, long[] shape, int index)
    {
        var random = new CounterRandom(session.Settings.Seed, string.Create(CultureInfo.InvariantCulture, $"aznas/{index}"));
        var values = new float[shape.Aggregate(1L, (a, b) => a * b)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = random.Uniform(i) < 0.5 ? 1 : -1;
        }

        return session.Settings.Placement.ChannelsLast(values, shape);
    }

    private static Tensor Rows(Tensor value) => value.permute(0, 2, 3, 1).reshape(-1, value.shape[1]);
}

/// <summary>One block of <see cref="StageAlignment"/>.</summary>
/// <param name="LargestSingularValue">Of g_inᵀ g_out / (N · H · W); 0 when no gradient passes.</param>
/// <param name="IsIdentity">Whether g_in equals g_out exactly, as through a lone skip connection.</param>
public sealed record BlockAlignment(double LargestSingularValue, bool IsIdentity);
