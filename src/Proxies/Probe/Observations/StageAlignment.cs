using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>
/// How the backward pass through each block changes random signs: with g_out = ±1 at a block's output and
/// g_in its image at the block's input, the largest singular value of g_inᵀ g_out / (N · H · W).
/// </summary>
/// <param name="Blocks">One for each pair of neighbouring stages, in order.</param>
public sealed record StageAlignment(IReadOnlyList<BlockAlignment> Blocks)
{
    /// <summary>How random signs come back through each block.</summary>
    public static Need<StageAlignment> Need { get; } =
        new("stage_alignment", "random signs sent back through each block", [StageValues.Need], Run)
        {
            Differentiates = true,
            Passes = 1,
            Holds = 0.2,
        };

    private static IReadOnlyList<StageAlignment> Run(Session session)
    {
        var stages = session.Get(StageValues.Need)[0];
        var blocks = session
            .Blueprints.Select(blueprint => new BlockAlignment[Math.Max(0, blueprint.Stages.Length - 1)])
            .ToList();
        for (var stage = 1; stage < stages.Count; stage++)
        {
            foreach (var (step, value) in stages.Of(stage))
            {
                Look(session, stages, stage, step, value, blocks);
            }
        }

        return [.. blocks.Select(all => new StageAlignment(all))];
    }

    private static void Look(
        Session session,
        StageValues stages,
        int stage,
        GroupedStep step,
        Tensor value,
        List<BlockAlignment[]> blocks
    )
    {
        foreach (var slot in step.Slots)
        {
            blocks[slot.Member][stage - 1] = new(0, IsIdentity(session.Blueprints[slot.Member], stage));
        }

        var open = step.Slots.Where(slot => Passes(session.Blueprints[slot.Member], stage)).ToHashSet();
        if (open.Count == 0 || !value.requires_grad)
        {
            return;
        }

        using var scope = torch.NewDisposeScope();
        var signs = session.Signs(stage, [value.shape[0], step.Output.Channels, .. value.shape[2..]]);
        var wide = signs.to(value.dtype);
        var sent = step.Slots.Length == 1 ? wide : wide.repeat(1, step.Slots.Length, 1, 1);
        foreach (var (before, input) in stages.Of(stage - 1))
        {
            var through = before
                .Slots.Index()
                .Where(item => open.Any(slot => slot.Member == item.Item.Member));
            int[] positions = [.. through.Select(item => item.Index)];
            if (positions.Length > 0 && input.requires_grad)
            {
                if (!Divides(value, input))
                {
                    foreach (var position in positions)
                    {
                        blocks[before.Slots[position].Member][stage - 1] = new(0, IsIdentity: false)
                        {
                            IsUneven = true,
                        };
                    }

                    continue;
                }

                var gradient = torch.autograd.grad([value], [input], [sent], retain_graph: true)[0];
                foreach (var (position, block) in positions.Zip(Through(gradient, wide, before, positions)))
                {
                    blocks[before.Slots[position].Member][stage - 1] = block;
                }
            }
        }
    }

    private static bool Divides(Tensor output, Tensor input) =>
        input.shape[2] % output.shape[2] == 0
        && input.shape[3] % output.shape[3] == 0
        && input.shape[2] / output.shape[2] == input.shape[3] / output.shape[3];

    private static IEnumerable<BlockAlignment> Through(
        Tensor gradient,
        Tensor signs,
        GroupedStep before,
        int[] positions
    )
    {
        var parts = positions.Select(position => before.Part(gradient, position)).ToList();
        var shrink = gradient.shape[2] / signs.shape[2];
        var back = torch.cat([
            .. parts.Select(part =>
                PixelRows.Of(shrink > 1 ? torch.nn.functional.pixel_unshuffle(part, shrink) : part, slots: 1)
            ),
        ]);
        var rows = PixelRows.Of(signs, slots: 1);
        var products = Numbers.Wide(back.transpose(1, 2).matmul(rows)).div(Scalars.Of(rows.shape[1]));
        var values = Numbers.All(torch.linalg.svdvals(products).amax([1]));
        var pixels = rows.shape[1] / signs.shape[0];
        var same =
            parts[0].shape.SequenceEqual(signs.shape) && Same(pixels).Any(isSame => isSame > 0)
                ? Same(rows.shape[1])
                : new double[positions.Length];
        return values.Zip(
            same,
            (value, isSame) =>
                isSame > 0 ? new BlockAlignment(0, IsIdentity: true) : new(value, IsIdentity: false)
        );

        // Whether the signs come back as they were sent, at the first pixels: those of one sample tell nearly
        // always that they do not.
        double[] Same(long count) =>
            Numbers.All(back.narrow(1, 0, count).eq(rows.narrow(1, 0, count)).all(2).all(1));
    }

    private static bool IsIdentity(Blueprint blueprint, int stage) =>
        blueprint.Stages[stage].Step == blueprint.Stages[stage - 1].Step;

    // Whether a stage is another value than the one before and depends on it.
    private static bool Passes(Blueprint blueprint, int stage) =>
        !IsIdentity(blueprint, stage)
        && blueprint.Needed([blueprint.Stages[stage].Step])[blueprint.Stages[stage - 1].Step];
}
