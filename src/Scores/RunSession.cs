using System.Text.Json;
using ZcBench.Benchmarks;

namespace ZcBench.Scores;

/// <summary>
/// One process that scored architectures of a run: when, by which command, on which machine. Kept as
/// sessions.json beside the store; scores do not depend on it, the times beside them do.
/// </summary>
/// <param name="Started">When it started.</param>
/// <param name="Command">The command as it was typed; empty where a program called the library.</param>
/// <param name="Program">Version of zcbench, with the commit it was built from where that is known.</param>
/// <param name="Engine">Tensor library and its version.</param>
/// <param name="Processor">Name of the processor.</param>
/// <param name="Cores">Cores of the machine.</param>
/// <param name="Workers">Architectures scored at once.</param>
/// <param name="Threads">Threads of each.</param>
/// <param name="Scored">Architectures that it scored.</param>
/// <param name="Load">
/// Mean number of processes that ran or waited to run while it scored (load average of a minute); null where
/// the system does not tell. More than the cores says that the times are too high.
/// </param>
public sealed record RunSession(
    DateTimeOffset Started,
    string Command,
    string Program,
    string Engine,
    string Processor,
    int Cores,
    int Workers,
    int Threads,
    int Scored,
    double? Load
)
{
    /// <summary>Name of the file inside a run folder.</summary>
    public const string FileName = "sessions.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    /// <summary>The sessions of a run folder, the first first; none for a run of an older version.</summary>
    /// <exception cref="UserError">The file is damaged.</exception>
    public static IReadOnlyList<RunSession> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            return
                JsonSerializer.Deserialize<List<RunSession>>(File.ReadAllBytes(path), Json) is { } sessions
                && sessions.TrueForAll(session =>
                    session is { Command: not null, Program: not null, Processor: not null }
                )
                ? sessions
                : throw new JsonException("it lacks some of its fields");
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                $"{path} is damaged ({fault.Message.Split(". Path", 2)[0]}); delete it: the scores are kept, "
                    + "only what is known of machine and load is lost",
                fault
            );
        }
    }

    /// <summary>Writes the sessions of a run folder; nothing for none.</summary>
    public static void Save(string folder, IReadOnlyList<RunSession> sessions)
    {
        if (sessions.Count == 0)
        {
            return;
        }

        var path = Path.Combine(folder, FileName);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(sessions, Json) + "\n");
        File.Move(path + ".new", path, overwrite: true);
    }
}
