using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace ZcBench.Cli.Tests;

/// <summary>
/// A run divided among the tasks of a real Slurm, which is started here for this test alone.
/// </summary>
public sealed class SlurmTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string[] Run =
    [
        "run",
        "--sample",
        "120",
        "--proxies",
        "wot,params",
        "--batch",
        "8",
        "--out",
    ];
    private readonly string _folder = Directory.CreateTempSubdirectory("slurm").FullName;

    public void Dispose()
    {
        foreach (var name in (string[])["slurmd", "slurmctld", "munged"])
        {
            if (File.Exists(In($"{name}.pid")))
            {
                var process = File.ReadAllText(In($"{name}.pid")).Trim();
                Start("kill", process);
                Wait(() => !Directory.Exists($"/proc/{process}"));
            }
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_task_that_is_killed_goes_on_and_the_merged_run_has_the_bytes_of_the_undivided_one()
    {
        StartSlurm();
        var submitted = Zcbench("submit", ["--tasks", "3", "--", .. Run, "divided"]);
        Assert.Contains("job 1 scores the shards", submitted, StringComparison.Ordinal);
        Wait(() => File.Exists(In("divided.shards/2-of-3/scores.db")));
        Thread.Sleep(TimeSpan.FromSeconds(1));
        Start("scancel", "--signal=KILL", "1_2");
        Wait(() => Start("squeue", "--noheader").Output.Length == 0);
        Assert.InRange(Finished(shard: 2), 0, 39);
        Assert.Contains("divided.shards/2-of-3 is not finished", Read("merge.log"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(In("divided")));

        Start("sbatch", "--array=2", "divided.shards/shards.sbatch");
        Wait(() => Finished(shard: 2) == 40);
        Wait(() => Start("squeue", "--noheader").Output.Length == 0);
        Start("sbatch", "divided.shards/merge.sbatch");
        Wait(() => File.Exists(In("divided/report.html")));
        Zcbench(Run[0], [.. Run[1..], "whole"]);
        foreach (var file in (string[])["scores.csv", "run.json"])
        {
            Assert.Equal(
                File.ReadAllText(In(Path.Combine("whole", file))),
                File.ReadAllText(In(Path.Combine("divided", file)))
            );
        }
    }

    private int Finished(int shard)
    {
        var line = (Directory.Exists(In("divided.shards/1-of-3")) ? Zcbench("status", ["divided"]) : "")
            .Split('\n')
            .FirstOrDefault(line => line.Contains($" {shard}/3: ", StringComparison.Ordinal));
        return line is null || line.Contains("not begun", StringComparison.Ordinal)
            ? 0
            : int.Parse(line.Split(": ")[1].Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private string Read(string log) => File.ReadAllText(In(Path.Combine("divided.shards", log)));

    // Everything of it is in the test's folder: no other Slurm of the machine is touched.
    private void StartSlurm()
    {
        foreach (var program in (string[])["munged", "slurmctld", "slurmd", "sbatch"])
        {
            Assert.SkipUnless(Exists(program), $"{program} is not installed (slurm-wlm and munge)");
        }

        Assert.SkipUnless(Environment.UserName == "root", "only root can start a Slurm of its own");
        var host = Environment.MachineName.Split('.')[0];
        File.WriteAllBytes(In("munge.key"), RandomNumberGenerator.GetBytes(1024));
        Start("chmod", "400", In("munge.key"));
        File.WriteAllText(
            In("slurm.conf"),
            $"""
            ClusterName=test
            SlurmctldHost={host}(127.0.0.1)
            AuthType=auth/munge
            AuthInfo=socket={In("munge.socket")}
            ProctrackType=proctrack/pgid
            TaskPlugin=task/none
            SlurmctldPort=26817
            SlurmdPort=26818
            SlurmUser=root
            StateSaveLocation={_folder}
            SlurmdSpoolDir={_folder}
            SlurmctldPidFile={In("slurmctld.pid")}
            SlurmdPidFile={In("slurmd.pid")}
            SlurmctldLogFile={In("slurmctld.log")}
            SlurmdLogFile={In("slurmd.log")}
            SelectType=select/cons_tres
            SelectTypeParameters=CR_CPU
            NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
            PartitionName=main Nodes={host} Default=YES State=UP

            """
        );
        Start(
            "munged",
            "--force",
            $"--socket={In("munge.socket")}",
            $"--key-file={In("munge.key")}",
            $"--pid-file={In("munged.pid")}",
            $"--log-file={In("munged.log")}",
            $"--seed-file={In("munged.seed")}"
        );
        Start("slurmctld");
        Start("slurmd");
        var clock = Stopwatch.StartNew();
        while (Start("sinfo", "--noheader", "--format=%t").Output.Trim() != "idle")
        {
            Assert.SkipWhen(clock.Elapsed > TimeSpan.FromSeconds(30), "Slurm does not start here");
            Thread.Sleep(500);
        }
    }

    private static bool Exists(string program) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin"
            .Split(':')
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    private string Zcbench(string command, string[] words)
    {
        var (code, output, error) = Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "zcbench.dll"), command, .. words]
        );
        Assert.True(code == 0, error);
        return output;
    }

    private (int Code, string Output, string Error) Start(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["SLURM_CONF"] = In("slurm.conf");
        using var process = Process.Start(start)!;
        // Not to its end: a daemon that goes to the background keeps its streams open.
        var (output, error) = (
            process.StandardOutput.ReadToEndAsync(),
            process.StandardError.ReadToEndAsync()
        );
        Assert.True(process.WaitForExit(Patience), $"{program} did not end");
        Task.WaitAll([output, error], TimeSpan.FromSeconds(2));
        return (
            process.ExitCode,
            output.IsCompletedSuccessfully ? output.Result : "",
            error.IsCompletedSuccessfully ? error.Result : ""
        );
    }

    private static void Wait(Func<bool> until)
    {
        var clock = Stopwatch.StartNew();
        while (!until())
        {
            Assert.True(clock.Elapsed < Patience, "it takes too long");
            Thread.Sleep(200);
        }
    }

    private string In(string name) => Path.Combine(_folder, name);
}
