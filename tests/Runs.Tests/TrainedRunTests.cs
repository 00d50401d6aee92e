using ZcBench.Benchmarks;
using ZcBench.Reports.Runs;
using ZcBench.Scores;
using ZcBench.Search.Queries;

namespace ZcBench.Runs.Tests;

public sealed class TrainedRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("run").FullName;
    private readonly string _images;

    public TrainedRunTests() => _images = Images.Write(Path.Combine(_folder, "images"), 60, 0);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private RunRequest Request =>
        new("nasbench201-256")
        {
            Sample = 3,
            Proxies = "wot,wot@0,wot@2,das@2,tse@2,valid_loss@2,synflow@1epoch",
            Network = new() { Images = _images, Batch = 4 },
            Training = new()
            {
                Epochs = 2,
                Batch = 8,
                ImageCount = 24,
            },
            Resources = new(Workers: 1),
            Folder = Path.Combine(_folder, "run"),
        };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Proxies_of_trained_networks_stand_beside_those_of_untrained_ones()
    {
        Run.Open(Request).Execute(stop: Stop);
        var run = ScoredRun.Load(Request.Folder!);
        Assert.Equal(run.Column("wot")!.Scores, run.Column("wot@0")!.Scores);
        Assert.NotEqual(run.Column("wot")!.Scores, run.Column("wot@2")!.Scores);
        Assert.All(run.Columns, column => Assert.Equal(0, column.Undefined));
        var trained = run.Column("wot@2")!;
        Assert.Equal(LabelBudget.Labels, trained.Proxy.LabelBudget);
        Assert.True(trained.MillisecondsPerArchitecture > run.Column("tse@2")!.MillisecondsPerArchitecture);
        Assert.Equal(LabelBudget.Labels, run.Column("das@2")!.Proxy.LabelBudget);
        Assert.DoesNotContain(run.Baselines, column => column.Proxy.Id.Contains('@'));
        Assert.False(Directory.Exists(Path.Combine(Request.Folder!, "training")));
    }

    [Fact]
    public void What_was_stopped_in_the_middle_of_a_training_goes_on_to_the_same_scores()
    {
        var whole = Request with { Folder = Path.Combine(_folder, "whole") };
        Run.Open(whole).Execute(stop: Stop);
        for (var stopped = 0; stopped < 7; stopped++)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            var steps = new StopAfter(1, stop);
            Assert.Throws<OperationCanceledException>(() => Run.Open(Request).Execute(steps, stop.Token));
        }

        Run.Open(Request).Execute(stop: Stop);
        var (expected, actual) = (ScoredRun.Load(whole.Folder!), ScoredRun.Load(Request.Folder!));
        foreach (var column in expected.Columns)
        {
            Assert.Equal(column.Scores, actual.Column(column.Proxy.Id)!.Scores);
        }
    }

    [Fact]
    public void A_training_goes_on_where_it_was_stopped_and_not_from_the_start()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var request = Request with { Sample = 2, Proxies = "tse@6" };
        Assert.Throws<OperationCanceledException>(() =>
            Run.Open(request).Execute(new StopAfter(4, stop), stop.Token)
        );
        Assert.Single(Directory.GetFiles(Path.Combine(Request.Folder!, "training")));
        var rest = new StopAfter(int.MaxValue, stop);
        Run.Open(request).Execute(rest, Stop);
        Assert.Equal(2 * 6 - 4, rest.Steps);
    }

    [Fact]
    public void Several_at_once_are_scored_as_one_by_one()
    {
        Run.Open(Request).Execute(stop: Stop);
        var together = Request with
        {
            Network = Request.Network with { Population = 3, DType = "float64" },
            Folder = Path.Combine(_folder, "together"),
        };
        Run.Open(together).Execute(stop: Stop);
        var alone = together with
        {
            Network = together.Network with { Population = 1 },
            Folder = Path.Combine(_folder, "alone"),
        };
        Run.Open(alone).Execute(stop: Stop);
        var (one, all) = (ScoredRun.Load(alone.Folder!), ScoredRun.Load(together.Folder!));
        foreach (var column in one.Columns.Where(column => !column.IsAggregate))
        {
            Assert.All(
                column.Scores.Zip(all.Column(column.Proxy.Id)!.Scores),
                pair => Assert.Equal(1, pair.Second.Value / pair.First.Value, 1e-6)
            );
        }
    }

    [Fact]
    public void A_folder_takes_a_training_later_and_then_no_other()
    {
        Run.Open(Request with { Proxies = "wot" }).Execute(stop: Stop);
        Run.Open(Request).Execute(stop: Stop);
        Run.Open(Request with { Proxies = "wot,params" }).Execute(stop: Stop);
        Run.Open(Request).Execute(stop: Stop);
        Refused(
            "holds another run: --train-rate was ",
            Request with
            {
                Training = Request.Training with { Rate = 0.2 },
            }
        );
    }

    [Fact]
    public void A_search_gets_scores_of_trained_networks_that_its_run_lacks()
    {
        var run = Run.Open(Request);
        run.Execute(stop: Stop);
        var other = run.Table.Architectures.First(item => !run.Architectures.Contains(item));
        using var source = new RunScoreSource(
            [run.Folder],
            "nasbench201",
            new MissingScores(_images, new(Workers: 1))
        );
        Assert.Equal("wot@2", source.Proxy("wot@2steps").Id);
        source.Measure([other], ["wot@2steps"], Stop);
        var stored = source.Stored("wot@2steps");
        Assert.Equal(4, stored.Count);
        Assert.True(stored[other.Text].Score.IsDefined);
        Assert.NotEqual(source.Passes("wot"), source.Passes("wot@2steps"));
    }

    [Fact]
    public void What_a_request_gets_wrong_is_one_sentence()
    {
        Refused("'x' is no length of training", Request with { Proxies = "wot@x" });
        Refused("say for how long, as in tse@50", Request with { Proxies = "tse" });
        Refused("leave @5 away", Request with { Proxies = "params@5" });
        Refused("looks at a network of its own", Request with { Proxies = "linear_regions@5" });
        Refused("'wot@7' is beyond the training", Request with { Proxies = "wot@7" });
        Refused("'wot@3epochs' is beyond the training", Request with { Proxies = "wot@3epochs" });
        Refused("did you mean 'wot'", Request with { Proxies = "wott@5" });
        Refused(
            "no images with labels to train on",
            Request with
            {
                Network = new() { Images = "texture", Batch = 4 },
            }
        );
        Refused("--train-epochs must be between", Request with { Training = new() { Epochs = 0 } });
        Refused("--train-rate must be above 0", Request with { Training = new() { Rate = double.NaN } });
        Refused("fewer than a minibatch", Request with { Training = new() { Batch = 64 } });
        Refused("--train-count must be between", Request with { Training = new() { ImageCount = 60 } });
        Refused("does not exist", Request with { Training = new() { Images = "nowhere" } });
        Refused("from 2 to 10", Request with { Training = new() { Classes = 1 } });
    }

    private static void Refused(string sentence, RunRequest request) =>
        Assert.Contains(
            sentence,
            Assert.Throws<UserError>(() => Run.Open(request)).Message,
            StringComparison.Ordinal
        );

    private sealed class StopAfter(int steps, CancellationTokenSource stop) : IProgress<ScoringProgress>
    {
        public long Steps { get; private set; }

        public void Report(ScoringProgress value)
        {
            Steps = value.Steps;
            if (Steps >= steps)
            {
                stop.Cancel();
            }
        }
    }
}
