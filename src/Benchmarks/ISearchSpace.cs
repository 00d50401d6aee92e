using System.Collections.Immutable;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Benchmarks;

/// <summary>
/// A search space: the set of its architectures, their official texts, and the network each stands for.
/// Adding one is one class; <see cref="SearchSpaces"/> finds it.
/// </summary>
public interface ISearchSpace
{
    /// <summary>Short name used on the command line and in files.</summary>
    string Id { get; }

    /// <summary>Name as its paper writes it.</summary>
    string Title { get; }

    /// <summary>The paper that defined the space.</summary>
    Citation Paper { get; }

    /// <summary>Number of architectures in the space.</summary>
    long Count { get; }

    /// <summary>Epochs of the benchmark's full training.</summary>
    int TrainingEpochs { get; }

    /// <summary>Dataset that networks are built for where none is named.</summary>
    string UsualDataset => ImageTask.Cifar10.Dataset;

    /// <summary>
    /// What a column "space" says of the space's rows, where a table holds several spaces of one benchmark.
    /// </summary>
    string NameInTables => Id;

    /// <summary>
    /// Size of its networks where a task does not ask for another (<see cref="ImageTask.Size"/>); null where
    /// all networks of the space have one size.
    /// </summary>
    NetworkSize? Size => null;

    /// <summary>Column names of the space's own tables; null where it has none.</summary>
    ITableColumns? Columns => null;

    /// <summary>
    /// The space as a table in a folder means it, where texts are paths relative to the table.
    /// </summary>
    ISearchSpace In(string folder) => this;

    /// <summary>
    /// Reads an official text; a malformed one is a <see cref="UserError"/> that says where.
    /// </summary>
    Architecture Parse(string text);

    /// <summary>All architectures, in a fixed order.</summary>
    IEnumerable<Architecture> Enumerate();

    /// <summary>The network of an architecture for a task, without weights.</summary>
    Blueprint Build(Architecture architecture, ImageTask task);

    /// <summary>
    /// The same network with nothing left out: values that are known to be zero are computed and added like
    /// others, because the derivative with respect to a shift that is added to them need not be zero.
    /// </summary>
    Blueprint BuildWhole(Architecture architecture, ImageTask task) => Build(architecture, task);

    /// <summary>
    /// The architecture's cell alone, with one channel on 3x3 images and its output as the last step, for
    /// counting linear regions; null where the space's cell cannot be had so.
    /// </summary>
    Blueprint? BuildThinCell(Architecture architecture);

    /// <summary>
    /// The weight-sharing network of the space, which holds every architecture; null where there is none.
    /// </summary>
    /// <param name="task">Images and classes.</param>
    /// <param name="channels">Channels of the first cells; 0 for the benchmark's own.</param>
    /// <param name="cells">Cells of each stage; 0 for the benchmark's own.</param>
    SupernetBlueprint? BuildSupernet(ImageTask task, int channels, int cells) => null;

    /// <summary>
    /// What the graph of an architecture says: dead branches, convolutions, the function it stands for; null
    /// where the space does not tell, and then nothing that needs it is reported.
    /// </summary>
    GraphProperties? Examine(Architecture architecture) => null;

    /// <summary>
    /// The architecture that the benchmark trained for this one, where several texts stand for one network
    /// and only one of them was trained; else the architecture itself.
    /// </summary>
    Architecture TrainedAs(Architecture architecture) => architecture;

    /// <summary>
    /// The architectures one step away, in a fixed order: what a mutation can reach. Null where the space has
    /// no such step.
    /// </summary>
    IEnumerable<Architecture>? Neighbours(Architecture architecture) => null;

    /// <summary>The key that NASLib's files name an architecture by; null where that is not known.</summary>
    string? ToNasLib(Architecture architecture) => null;

    /// <summary>The architecture of such a key; null where the keys are not known.</summary>
    /// <exception cref="UserError">The key is malformed.</exception>
    Architecture? FromNasLib(string key) => null;

    /// <summary>
    /// The datasets that NASLib's files name, and the dataset whose validation accuracies they give under
    /// each name.
    /// </summary>
    IReadOnlyDictionary<string, string> NasLibDatasets => ImmutableDictionary<string, string>.Empty;

    /// <summary>Number of trainable parameters, by closed form.</summary>
    long Parameters(Architecture architecture, ImageTask task);

    /// <summary>
    /// Multiply-accumulates of one image through all convolutions and the classifier (its bias additions
    /// included, as the benchmark counts them), by closed form.
    /// </summary>
    long Macs(Architecture architecture, ImageTask task);
}
