using System.Globalization;
using ZcBench.Reports.Analysis;
using ZcBench.Reports.Runs;

namespace ZcBench.Reports.Files;

/// <summary>
/// The states of a run's trained networks, a benchmark of training states: a line for each architecture and
/// number of steps, a column for each proxy.
/// </summary>
internal static class TrainingStatesFile
{
    /// <summary>Name of the file beside a report.</summary>
    public const string Name = "training_states.csv";

    /// <summary>
    /// The lines, the heading first: architecture, its trained accuracy in percent or its task's metric,
    /// steps, epochs, and every proxy's score with all its digits; an undefined score, or one that was not
    /// asked for, is an empty field. Null where the run trained nothing.
    /// </summary>
    public static string? Text(ScoredRun run)
    {
        if (run.Manifest.Training is not { } recipe)
        {
            return null;
        }

        var states = TrainingStates.States(run, recipe);
        var proxies = states.Select(state => state.Proxy).Distinct().ToList();
        var steps = states.Select(state => state.Steps).Distinct().Order().ToList();
        var columns = states.ToDictionary(state => (state.Proxy, state.Steps), state => state.Column);
        var rows = Enumerable
            .Range(0, run.Architectures.Count)
            .SelectMany(row => steps.Select(step => Line(row, step)));
        return CsvText.Of(
            rows.Prepend([
                "architecture",
                run.Manifest.Target.Measure is { IsPercent: false } metric ? metric.Name : "accuracy_percent",
                "steps",
                "epochs",
                .. proxies,
            ])
        );

        IEnumerable<string> Line(int row, int step) =>
            [
                run.Architectures[row].Text,
                run.Accuracies[row].ToString("R", CultureInfo.InvariantCulture),
                step.ToString(CultureInfo.InvariantCulture),
                ((double)step / recipe.StepsPerEpoch()).ToString("0.####", CultureInfo.InvariantCulture),
                .. proxies.Select(proxy =>
                    columns.TryGetValue((proxy, step), out var column) && column.Scores[row].IsDefined
                        ? column.Scores[row].ToString()
                        : ""
                ),
            ];
    }

    /// <summary>Writes it beside a report, where the run trained something.</summary>
    public static void Write(ScoredRun run, string folder)
    {
        if (Text(run) is { } text)
        {
            RunFiles.Write(Path.Combine(folder, Name), text);
        }
    }
}
