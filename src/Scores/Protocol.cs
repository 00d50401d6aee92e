using System.Globalization;
using System.Text.Json.Serialization;
using ZcBench.Benchmarks;

namespace ZcBench.Scores;

/// <summary>
/// The circumstances that determine a score beside the architecture and the proxy: two scores with equal
/// protocols are the same measurement.
/// </summary>
/// <param name="Seed">Seed of weights and input.</param>
/// <param name="Dataset">
/// Task the network was built for, for example "cifar10": image size and classes.
/// </param>
/// <param name="Input">
/// "noise", "texture", or "images:" and a digest of the files; where it was drawn with another seed than the
/// weights, ", seed " and that seed follow.
/// </param>
/// <param name="Batch">Images in the minibatch.</param>
/// <param name="Init">
/// "published" (each proxy's own), the one initialisation forced on all, or how the weights were trained.
/// </param>
/// <param name="DType">"float32" or "float64".</param>
/// <param name="Device">
/// "cpu" or "cuda"; where several architectures were scored at once, whose last digits differ from those of
/// one by one, ", population " and their number follow.
/// </param>
public sealed record Protocol(
    long Seed,
    string Dataset,
    string Input,
    int Batch,
    string Init,
    string DType,
    string Device
)
{
    private const string SeedMark = ", seed ";
    private const string PopulationMark = ", population ";

    /// <summary>
    /// The circumstances of a proxy's scores in a run: the run's own, but for weights that come from training
    /// where the proxy asks for it.
    /// </summary>
    /// <param name="proxy">Id of the proxy, with its length of training if it has one.</param>
    /// <param name="training">How the run trains; null for not at all.</param>
    /// <exception cref="UserError">The proxy asks for training, and the run has none.</exception>
    public Protocol Of(string proxy, TrainingRecipe? training) =>
        TrainingBudget.Split(proxy).Budget is null ? this
        : training is null
            ? throw new UserError(
                $"'{proxy}' takes trained networks, and the run in its {RunManifest.FileName} trained none; "
                    + "score it with zcbench run --train-images"
            )
        : this with { Init = training.ToString() };

    /// <summary>The input without its seed.</summary>
    [JsonIgnore]
    public string InputSource => Input.Split(SeedMark)[0];

    /// <summary>Seed that the input was drawn with.</summary>
    [JsonIgnore]
    public long InputSeed =>
        Input.Split(SeedMark) is [_, var seed]
        && long.TryParse(seed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var own)
            ? own
            : Seed;

    /// <summary>"cpu" or "cuda".</summary>
    [JsonIgnore]
    public string DeviceName => Device.Split(PopulationMark)[0];

    /// <summary>How many architectures are scored at once as the channel groups of one network.</summary>
    [JsonIgnore]
    public int Population =>
        Device.Split(PopulationMark) is [_, var count]
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var members)
            ? members
            : 1;

    /// <summary>The text of a device on which so many architectures are scored at once.</summary>
    public static string DeviceOf(string name, int population) =>
        population == 1
            ? name
            : string.Create(CultureInfo.InvariantCulture, $"{name}{PopulationMark}{population}");

    /// <summary>
    /// The text of an input that was drawn with a seed, beside weights drawn with another or the same.
    /// </summary>
    public static string InputOf(string source, long inputSeed, long seed) =>
        inputSeed == seed
            ? source
            : string.Create(CultureInfo.InvariantCulture, $"{source}{SeedMark}{inputSeed}");
}
