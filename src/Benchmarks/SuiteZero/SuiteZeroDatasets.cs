using ZcBench.Benchmarks.TransNasBench101;

namespace ZcBench.Benchmarks.SuiteZero;

/// <summary>
/// The datasets of NAS-Bench-Suite-Zero's files, and which dataset of a search space each is. Import,
/// comparison and export
/// all ask here, so that a file means the same to each of them.
/// </summary>
internal static class SuiteZeroDatasets
{
    // Tasks that say by their name alone that a file is of another space (Duan et al., TransNAS-Bench-101,
    // CVPR 2021).
    private const string TransNas = "TransNAS-Bench-101";

    private static readonly IReadOnlyList<string> TransNasNames =
    [
        .. TransNasTasks.All.Select(task => task.Dataset),
    ];

    // What the suite added to the spaces (Krishnakumar et al., NeurIPS 2022, section 3): no benchmark of its
    // own has them.
    private static readonly string[] Added = ["ninapro", "scifar100", "svhn"];

    /// <summary>
    /// The dataset of the validation accuracies that a file gives under a name; null for one that only the
    /// suite has.
    /// </summary>
    /// <exception cref="UserError">The name is that of another space, or unknown.</exception>
    public static string? OfAccuracies(string name, ISearchSpace space, string path)
    {
        if (Same(name, Added) is not null)
        {
            return null;
        }

        if (Same(name, space.NasLibDatasets.Keys) is { } known)
        {
            return space.NasLibDatasets[known];
        }

        RequireSpace([name], space, path);
        throw new UserError(
            $"{path}: '{name}' is not a dataset of {space.Title} in NAS-Bench-Suite-Zero's files, "
                + $"which are {string.Join(", ", space.NasLibDatasets.Keys)}; "
                + "check which space the file is of"
        );
    }

    /// <summary>Refuses a file whose datasets are those of another space.</summary>
    /// <exception cref="UserError">They are; the sentence names the space.</exception>
    public static void RequireSpace(IReadOnlyList<string> names, ISearchSpace space, string path)
    {
        var foreign = names
            .Where(name => Same(name, TransNasNames) is not null)
            .Where(name => Same(name, space.NasLibDatasets.Keys) is null)
            .ToList();
        if (foreign.Count > 0)
        {
            throw new UserError(
                $"{path} holds tasks of {TransNas} ({string.Join(", ", foreign)}), "
                    + $"not datasets of {space.Title}; "
                    + "name its space with --space transnasbench101-micro or transnasbench101-macro"
            );
        }
    }

    /// <summary>
    /// Name of the metric of a file's validation accuracies where it is not the task's usual one: NASLib
    /// judges networks for segmentsemantic by the accuracy of pixels. Null where it is.
    /// </summary>
    public static string? MetricOf(string dataset) =>
        ImageTask.All.GetValueOrDefault(dataset)?.Metric == TaskMetric.MeanIoU
            ? TaskMetric.PixelAccuracy.Name
            : null;

    /// <summary>
    /// The name under which a file holds the scores of a dataset: the same, or that of the same networks and
    /// images, sizes
    /// that were chosen left out. Null where it has none.
    /// </summary>
    public static string? Find(IReadOnlyList<string> names, ISearchSpace space, string dataset) =>
        Same(dataset, names)
        ?? Same(InFile(space, dataset), names)
        ?? Same(InFile(space, ImageTask.WithoutSizes(dataset)), names);

    /// <summary>What such files call a dataset of a search space.</summary>
    public static string InFile(ISearchSpace space, string dataset) =>
        space.NasLibDatasets.FirstOrDefault(item => Equal(item.Value, dataset)).Key ?? dataset;

    private static string? Same(string name, IEnumerable<string> names) =>
        names.FirstOrDefault(other => Equal(other, name));

    private static bool Equal(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
