using System.Text.Json;
using ZcBench.Benchmarks;

namespace ZcBench.Training.States;

/// <summary>A training between two steps as a file, so that it goes on to the same bytes.</summary>
internal static class TrajectoryFile
{
    private const string Identity = "training";
    private const string Log = "log";

    // JSON has no NaN and no infinity: losses that are either are written by name.
    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static void Write(
        string file,
        string identity,
        IReadOnlyList<NamedTensors> parts,
        TrainingLog log
    ) =>
        TensorFile.Write(
            file,
            parts.SelectMany(
                (part, i) => part.Names.Select(name => KeyValuePair.Create($"{i}/{name}", part[name]))
            ),
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Identity] = identity,
                [Log] = JsonSerializer.Serialize(log.Keep(), Json),
            }
        );

    /// <summary>Copies a file's weights into tensors that are there, and fills the rest.</summary>
    public static void Read(
        string file,
        string identity,
        NamedTensors weights,
        IReadOnlyList<NamedTensors> rest,
        TrainingLog log,
        torch.Device device
    )
    {
        var (tensors, texts) = TensorFile.Read(file);
        using (tensors)
        {
            if (texts.GetValueOrDefault(Identity) != identity)
            {
                throw new UserError($"{file} is of another training; remove it, or choose another folder");
            }

            foreach (var name in weights.Names)
            {
                weights[name].copy_(tensors[$"0/{name}"]);
            }

            foreach (var (part, target) in rest.Index())
            {
                var start = $"{part + 1}/";
                foreach (
                    var name in tensors.Names.Where(name => name.StartsWith(start, StringComparison.Ordinal))
                )
                {
                    target.Set(name[start.Length..], tensors[name].to(device, copy: true));
                }
            }

            log.Restore(JsonSerializer.Deserialize<TrainingLog.Kept>(texts[Log], Json)!);
        }
    }
}
