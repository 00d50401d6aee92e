using System.Collections.Immutable;
using System.Globalization;
using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Onnx.Graph;

/// <summary>
/// Stages of a network that names none: the stem ends where the first branches part, blocks where branches
/// meet (with the activation and the like that follow), and all where the resolution falls. Only values that
/// every path passes are ends of stages.
/// </summary>
internal static class StageFinder
{
    /// <summary>The stages in order, "stem" first.</summary>
    public static ImmutableArray<Stage> Of(Blueprint network)
    {
        var cuts = network.Bottlenecks().Where(step => step > 0).ToList();
        var ends = new List<int>();
        for (var i = 0; i < cuts.Count; i++)
        {
            var step = network.Steps[cuts[i]];
            if (step.Output.IsPixel)
            {
                continue;
            }

            var next = i + 1 < cuts.Count ? network.Steps[cuts[i + 1]] : null;
            var closes = Closes(i) && !(next is not null && IsTail(next));
            var falls =
                next is null
                || next.Output.Height != step.Output.Height
                || next.Output.Width != step.Output.Width;
            var begins = ends.Count == 0 && next is not null && next.Index - step.Index > 1;
            if (closes || falls || begins)
            {
                ends.Add(step.Index);
            }
        }

        return
        [
            .. ends.Select(
                (end, i) =>
                    new Stage(
                        i == 0 ? "stem" : string.Create(CultureInfo.InvariantCulture, $"block{i - 1:D2}"),
                        end,
                        (i == 0 ? 1 : ends[i - 1] + 1)..(end + 1)
                    )
            ),
        ];

        // Whether branches met here or right before a tail that ends here.
        bool Closes(int cut)
        {
            while (cut > 0 && IsTail(network.Steps[cuts[cut]]) && cuts[cut] - cuts[cut - 1] == 1)
            {
                cut--;
            }

            return cuts[cut] - (cut > 0 ? cuts[cut - 1] : 0) > 1;
        }
    }

    private static bool IsTail(Step step) =>
        step.Operation is BatchNorm or Relu or Activation or ChannelScale or ChannelShift or Rescale;
}
