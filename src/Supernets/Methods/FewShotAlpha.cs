using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;
using ZcBench.Supernets.Steps;

namespace ZcBench.Supernets.Methods;

/// <summary>Few-shot NAS over networks with logits, which are trained after the last split alone.</summary>
internal static class FewShotAlpha
{
    public static SearchCost Planned(SupernetSettings settings, int steps, string argument)
    {
        var period = FewShot.Period(settings);
        var final = settings.Epochs - 2 * period;
        return new(
            (double)steps * (period + 2 * period + 4 * 2 * final) + FewShot.Passes(settings, argument),
            0,
            0
        );
    }

    public static void Start(SupernetTask task, SearchState state, AlphaTraining training) =>
        state.Replace(("", training.New(task, "", LiveOperations.All(task.Net.Blueprint))));

    public static void Epoch(SupernetTask task, SearchState state, AlphaTraining training, string rule)
    {
        var few = new FewShot(task, state, rule);
        few.SplitWhenDue(
            (_, sub, _) => Mixing.Softmax(sub.Architecture[AlphaStep.Alpha].detach(), sub.Live),
            (name, live) => training.New(task, name, live)
        );
        foreach (var (name, sub) in state.Subs)
        {
            training.Epoch(
                task,
                state,
                name,
                sub,
                few.IsFinal ? few.FinalEpoch : state.Epoch,
                task.Settings.Epochs,
                trainsAlpha: few.IsFinal
            );
        }
    }

    // Honest: by the validation accuracy of each network's cell on its own weights.
    public static Choice Choose(SupernetTask task, SearchState state)
    {
        var found = state
            .Subs.Select(item => (Cell: AlphaTraining.Preferred(task, item.Sub), item.Sub))
            .Select(item => (item.Cell, Percent: task.AccuracyPercent(item.Sub, item.Cell)))
            .OrderByDescending(item => item.Percent)
            .Select(item => task.Architecture(item.Cell))
            .ToList();
        return new(found[0], [.. found.DistinctBy(item => item.Text)]);
    }
}
