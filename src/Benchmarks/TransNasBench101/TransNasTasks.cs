using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>
/// The seven tasks of TransNAS-Bench-101, all on photographs of rooms, with the lengths of their trainings
/// (the benchmark's training configurations: 25 epochs, 10 for jigsaw, 30 for the three dense tasks). Every
/// network here ends in a classifier; for the tasks whose published networks end otherwise it stands in for
/// their heads.
/// </summary>
internal static class TransNasTasks
{
    // What the benchmark trained on; the published zero-cost scores took 100 and 63 outputs.
    private const int Objects = 75,
        Scenes = 47;

    private const int Permutations = 1000;
    private const int Corners = 9;
    private const int DenseEpochs = 30,
        JigsawEpochs = 10;

    private static readonly Shape Photograph = new(3, 256, 256);
    private static readonly Shape Tile = new(3, 64, 64);

    /// <summary>Which object is seen.</summary>
    public static ImageTask ClassObject { get; } = new("class_object", Objects, Photograph);

    /// <summary>Which kind of room is seen.</summary>
    public static ImageTask ClassScene { get; } = new("class_scene", Scenes, Photograph);

    /// <summary>
    /// In which order nine tiles lie. Here the network reads one tile, so its classifier is a ninth as wide.
    /// </summary>
    public static ImageTask Jigsaw { get; } =
        new("jigsaw", Permutations, Tile) { TrainingEpochs = JigsawEpochs };

    /// <summary>
    /// Nine numbers that describe the room's box; the metric is a loss with its sign turned.
    /// </summary>
    public static ImageTask RoomLayout { get; } =
        new("room_layout", Corners, Photograph) { HasClassLabels = false, Metric = TaskMetric.NegativeLoss };

    /// <summary>The class of every pixel.</summary>
    public static ImageTask SegmentSemantic { get; } = Dense("segmentsemantic", TaskMetric.MeanIoU);

    /// <summary>The direction of the surface at every pixel.</summary>
    public static ImageTask Normal { get; } = Dense("normal", TaskMetric.Similarity);

    /// <summary>The image itself.</summary>
    public static ImageTask Autoencoder { get; } = Dense("autoencoder", TaskMetric.Similarity);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ImageTask> All { get; } =
    [ClassScene, ClassObject, RoomLayout, Jigsaw, SegmentSemantic, Normal, Autoencoder];

    // The backbone with the classifier of class_object in the place of a decoder.
    private static ImageTask Dense(string name, TaskMetric metric) =>
        new(name, Objects, Photograph)
        {
            HasClassLabels = false,
            Metric = metric,
            TrainingEpochs = DenseEpochs,
        };
}
