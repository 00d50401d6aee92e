using System.Text.Json;
using System.Text.Json.Serialization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Scores;

/// <summary>
/// What a run folder is about: everything that, with the table, says which scores it holds and how they were
/// made. Kept as run.json beside the store.
/// </summary>
/// <param name="Version">Version of zcbench that wrote it.</param>
/// <param name="Space">Id of the search space.</param>
/// <param name="Table">Id or path of the table.</param>
/// <param name="TableChecksum">SHA-256 of the table's file.</param>
/// <param name="Target">The accuracies the scores are compared with.</param>
/// <param name="Sample">Architectures drawn from the table; null for all of them.</param>
/// <param name="Protocol">How the scores were measured.</param>
/// <param name="Proxies">Ids of the proxies, sorted.</param>
/// <param name="Engine">Tensor library and its version.</param>
/// <param name="SampleSeed">Seed of the sample; null where it is the protocol's.</param>
/// <param name="Training">How networks were trained for the proxies that ask for it; null for none.</param>
/// <param name="StratifiedBy">
/// The accuracies that the sample is stratified by; null where it is not. It stays what it is when scores are
/// compared with another target.
/// </param>
/// <param name="Shard">Which share of the run the folder holds; null for all of it.</param>
public sealed record RunManifest(
    string Version,
    string Space,
    string Table,
    string TableChecksum,
    Target Target,
    int? Sample,
    Protocol Protocol,
    IReadOnlyList<string> Proxies,
    string Engine,
    long? SampleSeed = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TrainingRecipe? Training = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Target? StratifiedBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Shard? Shard = null
)
{
    /// <summary>Name of the manifest inside a run folder.</summary>
    public const string FileName = "run.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Seed that the sample was drawn with.</summary>
    [JsonIgnore]
    public long SampledWith => SampleSeed ?? Protocol.Seed;

    /// <summary>
    /// How a proxy's scores were measured: under the run's protocol, but for weights that come from training.
    /// </summary>
    /// <exception cref="UserError">The proxy asks for training, of which the run says nothing.</exception>
    public Protocol ProtocolOf(string proxy) => Protocol.Of(proxy, Training);

    /// <summary>Writes the manifest into a run folder.</summary>
    public void Save(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            File.WriteAllText(path + ".new", JsonSerializer.Serialize(this, Json) + "\n");
            File.Move(path + ".new", path, overwrite: true);
        }
        catch
        {
            File.Delete(path + ".new");
            throw;
        }
    }

    /// <summary>Reads the manifest of a run folder.</summary>
    /// <exception cref="UserError">The folder holds none, or a damaged one.</exception>
    public static RunManifest Load(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return
                JsonSerializer.Deserialize<RunManifest>(File.ReadAllText(path), Json)
                    is {
                        Space: not null,
                        Table: not null,
                        TableChecksum: not null,
                        Target.Dataset: not null,
                        Proxies: not null,
                        StratifiedBy: null or { Dataset: not null },
                        Protocol:
                        {
                            Dataset: not null,
                            Input: not null,
                            Init: not null,
                            DType: not null,
                            Device: not null
                        },
                    } manifest
                && !manifest.Proxies.Contains(null!)
                && (manifest.StratifiedBy is null || manifest.Sample is not null)
                ? manifest
                : throw new JsonException("it lacks some of its fields");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                File.Exists(folder)
                    ? $"'{folder}' is a file, not a run folder; give the folder that 'zcbench run' wrote"
                    : $"'{folder}' is not a run folder: {path} cannot be read; "
                        + "give a folder that 'zcbench run' wrote",
                fault
            );
        }
        catch (Exception fault) when (fault is JsonException or UserError)
        {
            throw new UserError(
                $"{path} is damaged ({fault.Message.Split(". Path", 2)[0]}); "
                    + $"delete {FileName} and run the same command again: the scores are kept",
                fault
            );
        }
    }
}
