using ZcBench.Benchmarks;
using ZcBench.Scores;

namespace ZcBench.Runs.Tests;

public sealed class ShardTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shard").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(12)]
    public void Shards_have_nothing_in_common_and_together_are_all(int count)
    {
        var all = Enumerable.Range(0, 20).ToList();
        var shards = Enumerable.Range(1, count).Select(number => new Shard(number, count).Of(all)).ToList();
        Assert.Equal(all, shards.SelectMany(shard => shard).Order());
        Assert.InRange(shards.Max(shard => shard.Count) - shards.Min(shard => shard.Count), 0, 1);
    }

    [Theory]
    [InlineData("17/16", "--shard 17/16 does not exist")]
    [InlineData("0/4", "--shard 0/4 does not exist")]
    [InlineData("1/20000", "--shard 1/20000 does not exist")]
    [InlineData("3", "--shard '3' cannot be read; give k/n")]
    [InlineData("-1/4", "--shard '-1/4' cannot be read; give k/n")]
    [InlineData("1/2/3", "--shard '1/2/3' cannot be read; give k/n")]
    public void What_is_no_shard_is_refused(string text, string message) =>
        Assert.StartsWith(
            message,
            Assert.Throws<UserError>(() => Shard.Parse(text)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("3", "4", "1", "4", "3/4")]
    [InlineData("3", "4", "0", "3", "4/4")]
    [InlineData("0", "1", "0", "0", "1/1")]
    public void A_task_of_an_array_tells_its_shard(
        string id,
        string count,
        string first,
        string last,
        string shard
    ) => Assert.Equal(Shard.Parse(shard), Shard.OfSlurm(Variables(id, count, first, last)));

    [Theory]
    [InlineData("5", "1", "5", "5", "not 1 of 5 to 5")]
    [InlineData("3", "2", "1", "3", "not 2 of 1 to 3")]
    [InlineData(null, "2", "1", "3", "needs SLURM_ARRAY_TASK_ID, which is not set")]
    public void An_array_that_does_not_tell_is_refused(
        string? id,
        string count,
        string first,
        string last,
        string message
    ) =>
        Assert.Contains(
            message,
            Assert.Throws<UserError>(() => Shard.OfSlurm(Variables(id, count, first, last))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Shards_scored_in_any_order_merge_into_the_run_never_divided()
    {
        Open(null).Execute(stop: TestContext.Current.CancellationToken);
        foreach (var number in (int[])[3, 1, 2])
        {
            Open(new Shard(number, 3)).Execute(stop: TestContext.Current.CancellationToken);
        }

        RunMerge.Write(Folders(1, 2, 3), At("merged"));
        Assert.Equal(
            File.ReadAllText(At(Path.Combine("run", RunManifest.FileName))),
            File.ReadAllText(At(Path.Combine("merged", RunManifest.FileName)))
        );
        Assert.Equal(Scores(At("run")), Scores(At("merged")));
        Assert.Equal([new(null, HasBegun: true, 7, 7)], RunProgress.Of(At("merged")));
    }

    [Fact]
    public void A_shard_that_is_missing_or_unfinished_or_of_another_division_is_named()
    {
        Open(new Shard(1, 3)).Execute(stop: TestContext.Current.CancellationToken);
        Open(new Shard(3, 3)).Execute(stop: TestContext.Current.CancellationToken);
        Refused("shard 2/3 is missing", Folders(1, 3));

        // Begun, and killed before its first architecture.
        var second = Open(new Shard(2, 3));
        RunStore.Open(second.Folder).Dispose();
        second.Manifest.Save(second.Folder);
        Refused("2-of-3 is not finished: params lacks scores of 2 of 2 architectures", Folders(1, 2, 3));
        Assert.Equal(
            [
                new(new Shard(1, 3), HasBegun: true, 3, 3),
                new(new Shard(2, 3), HasBegun: true, 0, 2),
                new(new Shard(3, 3), HasBegun: true, 2, 2),
            ],
            RunProgress.Of(At("run"))
        );
        Directory.Delete(second.Folder, recursive: true);
        Assert.Equal(new(new Shard(2, 3), HasBegun: false, 0, 2), RunProgress.Of(At("run.shards"))[1]);

        var other = Open(new Shard(1, 2));
        other.Execute(stop: TestContext.Current.CancellationToken);
        Refused("shards of different divisions (1/3 and 1/2)", [.. Folders(1, 3), other.Folder]);
        Assert.Contains(
            "another division",
            Assert.Throws<UserError>(() => RunProgress.Of(At("run"))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Shards_of_different_settings_are_refused_with_the_setting()
    {
        Open(new Shard(1, 3)).Execute(stop: TestContext.Current.CancellationToken);
        var other = Run.Open(Request(new Shard(2, 3)) with { Network = new() { Batch = 8 } });
        other.Execute(stop: TestContext.Current.CancellationToken);
        var message = Assert.Throws<UserError>(() => RunProgress.Of(At("run"))).Message;
        Assert.StartsWith(
            $"{Folders(1)[0]} and {Folders(2)[0]} are shards of different runs: --batch is 4 and 8; ",
            message,
            StringComparison.Ordinal
        );
        Refused("--batch is 4 and 8", Folders(1, 2));
    }

    [Fact]
    public void A_shard_is_finished_when_it_has_what_the_others_were_asked_for()
    {
        Run.Open(Request(new Shard(1, 3)) with { Proxies = "params" })
            .Execute(stop: TestContext.Current.CancellationToken);
        Open(new Shard(2, 3)).Execute(stop: TestContext.Current.CancellationToken);
        Assert.Equal([0, 2, 0], RunProgress.Of(At("run")).Select(part => part.Finished));
    }

    [Fact]
    public void A_shard_continues_in_its_own_folder_only()
    {
        var shard = Open(new Shard(1, 3));
        shard.Execute(stop: TestContext.Current.CancellationToken);
        Assert.Equal(0, Open(new Shard(1, 3)).Execute(stop: TestContext.Current.CancellationToken));
        var whole = Assert.Throws<UserError>(() => Run.Open(Request(null) with { Folder = shard.Folder }));
        Assert.Contains("--shard was 1/3", whole.Message, StringComparison.Ordinal);
        Assert.Contains(
            "fewer architectures than shards",
            Assert.Throws<UserError>(() => Open(new Shard(9, 9))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_scripts_say_what_each_task_does()
    {
        var scripts = new SlurmScripts(
            ["dotnet", "/tools/zc bench/zcbench.dll"],
            ["--sample", "8", "--out", "my run"],
            "my run",
            "/data/me",
            Tasks: 4
        )
        {
            Cores = 2,
            Options = ["--time=1:00:00"],
        };
        Assert.Equal(
            """
            #!/bin/bash
            # Each task scores one shard. A task that ended early goes on where it stopped:
            # scontrol requeue JOB_TASK, or sbatch --array=TASK with this file.
            #SBATCH --job-name=zcbench
            #SBATCH --array=1-4
            #SBATCH --cpus-per-task=2
            #SBATCH --requeue
            #SBATCH --open-mode=append
            #SBATCH --output='my run.shards'/%a.log
            #SBATCH --chdir=/data/me
            #SBATCH --time=1:00:00

            exec dotnet '/tools/zc bench/zcbench.dll' run --sample 8 --out 'my run' \
                --shard "$SLURM_ARRAY_TASK_ID/4" --workers "$SLURM_CPUS_PER_TASK"

            """,
            scripts.ArrayText,
            ignoreLineEndingDifferences: true
        );
        Assert.Contains(
            "merge 'my run.shards'/*-of-4 --out 'my run'",
            scripts.MergeText,
            StringComparison.Ordinal
        );
        var onGpu = scripts with { Gpus = 1, Run = ["--workers=3"] };
        Assert.Contains("#SBATCH --gpus-per-task=1\n", onGpu.ArrayText, StringComparison.Ordinal);
        Assert.DoesNotContain("CPUS_PER_TASK\"", onGpu.ArrayText, StringComparison.Ordinal);
    }

    private static Func<string, string?> Variables(string? id, string count, string first, string last) =>
        name =>
            name switch
            {
                "SLURM_ARRAY_TASK_ID" => id,
                "SLURM_ARRAY_TASK_COUNT" => count,
                "SLURM_ARRAY_TASK_MIN" => first,
                "SLURM_ARRAY_TASK_MAX" => last,
                _ => null,
            };

    private RunRequest Request(Shard? shard) =>
        new("nasbench201-256")
        {
            Sample = 7,
            Proxies = "wot,params",
            Network = new() { Batch = 4 },
            Folder = At("run"),
            Shard = shard,
        };

    private Run Open(Shard? shard) => Run.Open(Request(shard));

    private string[] Folders(params int[] numbers) =>
        [.. numbers.Select(number => At(Path.Combine("run.shards", $"{number}-of-3")))];

    private void Refused(string message, string[] folders)
    {
        Assert.Contains(
            message,
            Assert.Throws<UserError>(() => RunMerge.Write(folders, At("merged"))).Message,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(At("merged")));
    }

    private static List<(string, Score)> Scores(string folder)
    {
        using var store = RunStore.OpenExisting(folder);
        var manifest = RunManifest.Load(folder);
        return
        [
            .. store
                .Proxies()
                .SelectMany(card =>
                    store
                        .Scores(manifest.Space, card, manifest.ProtocolOf(card.Id))
                        .Values.Select(score => ($"{score.Architecture} {score.Proxy}", score.Score))
                )
                .OrderBy(item => item.Item1, StringComparer.Ordinal),
        ];
    }

    private string At(string name) => Path.Combine(_folder, name);
}
