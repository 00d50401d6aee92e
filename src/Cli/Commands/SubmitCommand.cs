using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Runs;
using ZcBench.Scores;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench submit: a run as an array of Slurm, with the job that merges it.</summary>
internal static class SubmitCommand
{
    public static Command Create()
    {
        var tasks = new Option<int>("--tasks")
        {
            Description = "Number of shards, each a task of the array",
            Required = true,
        };
        var cpus = new Option<int>("--cpus")
        {
            Description = "Cores of a task; so many architectures are scored at once",
            DefaultValueFactory = _ => 1,
        };
        var gpus = new Option<int>("--gpus") { Description = "GPUs of a task, for --device cuda" };
        var options = new Option<string[]>("--sbatch")
        {
            Description =
                "An option of sbatch for the tasks, such as --sbatch=--time=2:00:00; may be repeated",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Write the scripts and submit nothing" };
        var words = new Argument<string[]>("command")
        {
            Description = "After --: run and its options, --out among them",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command(
            "submit",
            "Score a run in shards on a cluster with Slurm, merge them and write the report"
        )
        {
            tasks,
            cpus,
            gpus,
            options,
            dryRun,
            words,
        };
        command.SetAction(parsed =>
            Execute(
                parsed.GetValue(words)!,
                LastShard(parsed.GetValue(tasks)),
                (AtLeast("--cpus", parsed.GetValue(cpus), 1), AtLeast("--gpus", parsed.GetValue(gpus), 0)),
                parsed.GetValue(options) ?? [],
                parsed.GetValue(dryRun)
            )
        );
        return command;
    }

    private static int Execute(
        string[] words,
        Shard last,
        (int Cores, int Gpus) task,
        string[] options,
        bool isDry
    )
    {
        if (words[0] != "run")
        {
            throw new UserError($"'{words[0]}' cannot be submitted; give a run: zcbench submit … -- run …");
        }

        var request = RunCommand.Read(words[1..]);
        if (request.Shard is not null)
        {
            throw new UserError("--shard is what the tasks are given; leave it out");
        }

        var folder =
            request.Folder
            ?? throw new UserError("the run names no folder; add --out, where the report will be");
        if (request.Network.Device != "cuda")
        {
            // All that can be wrong, but for the memory: that of this machine says nothing.
            Run.Open(
                request with
                {
                    Shard = last,
                    Resources = request.Resources with { Memory = long.MaxValue },
                }
            );
        }

        var scripts = new SlurmScripts(
            Program(),
            words[1..],
            folder,
            Environment.CurrentDirectory,
            last.Count
        )
        {
            Cores = task.Cores,
            Gpus = task.Gpus,
            Options = options,
        };
        scripts.Write();
        if (isDry)
        {
            Console.Out.WriteLine($"sbatch {ShellText.Quoted(scripts.ArrayPath)}");
            Console.Out.WriteLine($"sbatch --dependency=afterany:JOB {ShellText.Quoted(scripts.MergePath)}");
            return ExitCode.Done;
        }

        var array = Submit(scripts, scripts.ArrayPath);
        Console.Out.WriteLine($"job {array} scores the shards ({scripts.ArrayPath})");
        var merge = Submit(scripts, $"--dependency=afterany:{array}", scripts.MergePath);
        Console.Out.WriteLine(
            $"job {merge} merges them into {folder} when all have ended ({scripts.MergePath})"
        );
        Console.Out.WriteLine($"zcbench status {ShellText.Quoted(folder)} says how far they are");
        return ExitCode.Done;
    }

    // Slurm's answer is the number of the job, and behind a semicolon the name of a cluster among several.
    private static string Submit(SlurmScripts scripts, params string[] words)
    {
        var start = new ProcessStartInfo("sbatch", ["--parsable", .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? output.Trim().Split(';')[0]
                : throw new UserError(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"sbatch refused {words[^1]}: {error.Result.Trim().ReplaceLineEndings("; ")}"
                    )
                );
        }
        catch (Win32Exception fault)
        {
            throw new UserError(
                $"sbatch was not found; submit {scripts.ArrayPath} and {scripts.MergePath} where Slurm is",
                fault
            );
        }
    }

    // What started this process: zcbench itself, or dotnet with its file.
    private static string[] Program()
    {
        var process = Environment.ProcessPath ?? "zcbench";
        return Path.GetFileNameWithoutExtension(process) == "dotnet"
            ? [process, Path.Combine(AppContext.BaseDirectory, "zcbench.dll")]
            : [process];
    }

    // None is smaller.
    private static Shard LastShard(int tasks)
    {
        var count = AtLeast("--tasks", tasks, 1);
        return new(count, count);
    }

    private static int AtLeast(string option, int value, int least) =>
        value >= least
            ? value
            : throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{option} {value} is too few; give {least} or more"
                )
            );
}
