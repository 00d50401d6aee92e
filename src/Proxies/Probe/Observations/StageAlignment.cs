using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// How the backward pass through each block changes random signs: with g_out = ±1 at a block's output and
/// g_in its image at the block's input, the largest singular value of g_inᵀ g_out / (N · H · W).
/// </summary>
/// <param name="Blocks">One for each pair of neighbouring stages, in order.</param>
public sealed record StageAlignment(IReadOnlyList<BlockAlignment> Blocks)
{
    internal static StageAlignment Run(Session session)
    {
        var stages = session.Get(Needs.Forward).Stages;
        return new([
            .. Enumerable.Range(1, stages.Count - 1).Select(i => Block(session, stages[i - 1], stages[i], i)),
        ]);
    }

    private static BlockAlignment Block(Session session, Tensor input, Tensor output, int index)
    {
        if (ReferenceEquals(input, output))
        {
            return new(0, IsIdentity: true);
        }

        if (!output.requires_grad || !Reaches(session.Blueprint, index))
        {
            return new(0, IsIdentity: false);
        }

        using var scope = torch.NewDisposeScope();
        var signs = session.Signs(index, output.shape).to(output.dtype);
        var gradient = torch.autograd.grad([output], [input], [signs], retain_graph: true)[0];
        if (gradient.shape.SequenceEqual(signs.shape) && gradient.eq(signs).all().item<bool>())
        {
            return new(0, IsIdentity: true);
        }

        var shrink = input.shape[2] / output.shape[2];
        var back = Rows(shrink > 1 ? torch.nn.functional.pixel_unshuffle(gradient, shrink) : gradient);
        var product = Numbers
            .Wide(back.t().mm(Rows(signs)))
            .div(signs.shape[0] * signs.shape[2] * signs.shape[3]);
        return new(Numbers.All(torch.linalg.svdvals(product.cpu())).Max(), IsIdentity: false);
    }

    // Whether a stage depends on the one before.
    private static bool Reaches(Blueprint blueprint, int index) =>
        blueprint.Needed([blueprint.Stages[index].Step])[blueprint.Stages[index - 1].Step];

    private static Tensor Rows(Tensor value) => value.permute(0, 2, 3, 1).reshape(-1, value.shape[1]);
}

/// <summary>One block of <see cref="StageAlignment"/>.</summary>
/// <param name="LargestSingularValue">Of g_inᵀ g_out / (N · H · W); 0 when no gradient passes.</param>
/// <param name="IsIdentity">Whether g_in equals g_out exactly, as through a lone skip connection.</param>
public sealed record BlockAlignment(double LargestSingularValue, bool IsIdentity);
