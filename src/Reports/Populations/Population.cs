using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Reports.Runs;

namespace ZcBench.Reports.Populations;

/// <summary>A part of a run's architectures under its name.</summary>
/// <param name="Id">Short name.</param>
/// <param name="Title">What belongs to it.</param>
/// <param name="Rows">Rows of the run.</param>
public sealed record Population(string Id, string Title, IReadOnlyList<int> Rows)
{
    /// <summary>All populations of a run: everything it holds, then each part that the space can tell
    /// and that has some but not all of them.</summary>
    public static IReadOnlyList<Population> Of(ScoredRun run)
    {
        var everything = Everything(run);
        if (run.Graphs is not { } graphs)
        {
            return [everything];
        }

        var task = ImageTask.Named(run.Manifest.Protocol.Dataset);
        var architectures = run
            .Architectures.Select(
                (architecture, row) =>
                    new ExaminedArchitecture(
                        architecture.Text,
                        graphs[row],
                        run.Space.Parameters(architecture, task)
                    )
            )
            .ToList();
        return
        [
            everything,
            .. PopulationCatalogue
                .All.Values.Select(part => new Population(part.Id, part.Title, part.Rows(architectures)))
                .Where(part => part.Rows.Count > 0 && part.Rows.Count < run.Architectures.Count),
        ];
    }

    /// <summary>Everything a run holds, under the name "all" where that is the whole space.</summary>
    public static Population Everything(ScoredRun run)
    {
        var count = run.Architectures.Count.ToString("N0", CultureInfo.InvariantCulture);
        var (id, title) = run switch
        {
            { LimitedBy: [_, ..] files } => (
                "common",
                $"the {count} architectures of the run that {string.Join(" and ", files)} lists too"
            ),
            { IsWhole: true } => ("all", $"all {count} of {run.Space.Title}"),
            { Manifest: { Sample: not null, StratifiedBy: { } strata } } => (
                "sample",
                $"a sample of {count} stratified by {strata}, seed {run.Manifest.SampledWith}"
            ),
            { Manifest.Sample: not null } => (
                "sample",
                $"a random sample of {count}, seed {run.Manifest.SampledWith}"
            ),
            _ => ("table", $"the {count} of table {run.Table.Description.Id}"),
        };
        return new(id, title, [.. Enumerable.Range(0, run.Architectures.Count)]);
    }
}
