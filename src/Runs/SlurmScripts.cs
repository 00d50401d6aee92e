using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Scores;

namespace ZcBench.Runs;

/// <summary>
/// A run as two batch scripts of Slurm: an array of which each task scores one shard, and a job that merges
/// them and writes the report. They are files for people to read, change and submit by hand as well.
/// </summary>
/// <param name="Program">Words that start zcbench.</param>
/// <param name="Run">Words of the run after "run".</param>
/// <param name="Folder">The run folder that the shards become.</param>
/// <param name="WorkingFolder">Where the command is given, absolute: relative paths start there.</param>
/// <param name="Tasks">Number of shards.</param>
public sealed record SlurmScripts(
    IReadOnlyList<string> Program,
    IReadOnlyList<string> Run,
    string Folder,
    string WorkingFolder,
    int Tasks
)
{
    /// <summary>Cores of a task.</summary>
    public int Cores { get; init; } = 1;

    /// <summary>GPUs of a task.</summary>
    public int Gpus { get; init; }

    /// <summary>More options of sbatch for the tasks, such as --time=2:00:00.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Path of the script of the array.</summary>
    public string ArrayPath => Path.Combine(RunFolder.OfShards(Folder), "shards.sbatch");

    /// <summary>Path of the script of the job that follows it.</summary>
    public string MergePath => Path.Combine(RunFolder.OfShards(Folder), "merge.sbatch");

    /// <summary>The script of the array.</summary>
    public string ArrayText
    {
        get
        {
            var shards = ShellText.Quoted(RunFolder.OfShards(Folder));
            List<string> lines =
            [
                "#!/bin/bash",
                "# Each task scores one shard. A task that ended early goes on where it stopped:",
                "# scontrol requeue JOB_TASK, or sbatch --array=TASK with this file.",
                "#SBATCH --job-name=zcbench",
                Text($"#SBATCH --array=1-{Tasks}"),
                Text($"#SBATCH --cpus-per-task={Cores}"),
                .. Gpus > 0 ? (string[])[Text($"#SBATCH --gpus-per-task={Gpus}")] : [],
                "#SBATCH --requeue",
                "#SBATCH --open-mode=append",
                $"#SBATCH --output={shards}/%a.log",
                $"#SBATCH --chdir={ShellText.Quoted(WorkingFolder)}",
                .. Options.Select(option => $"#SBATCH {option}"),
                "",
                Text($"exec {ShellText.Of([.. Program, "run", .. Run])} \\"),
                Text($"    --shard \"$SLURM_ARRAY_TASK_ID/{Tasks}\"{Workers}"),
                "",
            ];
            return string.Join('\n', lines);
        }
    }

    /// <summary>The script of the job that follows it.</summary>
    public string MergeText
    {
        get
        {
            var (program, folder) = (ShellText.Of(Program), ShellText.Quoted(Folder));
            var shards = ShellText.Quoted(RunFolder.OfShards(Folder));
            return $"""
                #!/bin/bash
                # Joins the shards into one run and writes its report. Where a task failed, it names
                # the shard; when that is finished too, sbatch this file.
                #SBATCH --job-name=zcbench-merge
                #SBATCH --output={shards}/merge.log
                #SBATCH --chdir={ShellText.Quoted(WorkingFolder)}

                set -e
                [ -e {folder}/run.json ] || \
                    {program} merge {shards}/*-of-{Tasks} --out {folder}
                {program} report {folder}

                """;
        }
    }

    // A node may have more cores than the task.
    private string Workers =>
        Gpus > 0 || Run.Any(word => word.Split('=')[0] == "--workers")
            ? ""
            : " --workers \"$SLURM_CPUS_PER_TASK\"";

    /// <summary>Writes both scripts into the folder of the shards.</summary>
    /// <exception cref="UserError">The run's folder exists already, or nothing can be written.</exception>
    public void Write()
    {
        if (Directory.Exists(Folder) && Directory.EnumerateFileSystemEntries(Folder).Any())
        {
            throw new UserError($"--out '{Folder}' exists, and the shards become a new run; choose another");
        }

        try
        {
            Directory.CreateDirectory(RunFolder.OfShards(Folder));
            File.WriteAllText(ArrayPath, ArrayText);
            File.WriteAllText(MergePath, MergeText);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{ArrayPath} cannot be written: {fault.Message}", fault);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
