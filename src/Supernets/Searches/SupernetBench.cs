using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Supernets.Network;
using ZcBench.Training;

namespace ZcBench.Supernets.Searches;

/// <summary>
/// Runs searches on weight-sharing networks, one for each method and seed. Each finished one is a file, and
/// one that was stopped goes on after its last finished epoch. On the CPU, with one thread, outcomes are the
/// same however often it was stopped.
/// </summary>
internal sealed class SupernetBench
{
    private const string SettingFile = "setting.json";
    private const string Searches = "searches";
    private readonly SupernetRequest _request;
    private readonly LabelledImages _images;
    private readonly JsonObject _setting;
    private readonly Supernet _net;
    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = new();
    private double _done;
    private double _fresh;
    private double _total;

    private SupernetBench(SupernetRequest request, LabelledImages images, JsonObject setting)
    {
        _request = request;
        _images = images;
        _setting = setting;
        var space = SearchSpaces.Named(request.Table.Description.Space);
        var settings = request.Settings;
        var blueprint = space.BuildSupernet(images.Task, settings.Channels, settings.Cells)!;
        _net = new(blueprint, request.Placement);
    }

    /// <summary>The network that is searched.</summary>
    public Supernet Net => _net;

    /// <summary>Checks everything that can be wrong before the first search.</summary>
    /// <exception cref="UserError">
    /// The request cannot be carried out, or the folder holds searches of another setting.
    /// </exception>
    public static SupernetBench Open(SupernetRequest request)
    {
        request.Check();
        var images = LabelledImages.Of(request.Images, request.ImageCount, request.Seed);
        var setting = request.Describe(images.Checksum());
        RefuseOther(request.Folder, setting);
        return new(request, images, setting);
    }

    /// <summary>Runs what the folder lacks.</summary>
    /// <param name="progress">Told after each epoch; null for nobody.</param>
    /// <param name="stop">Ends after the epochs under way.</param>
    /// <returns>All outcomes, method by method.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<SupernetOutcome> Run(
        IProgress<SupernetProgress>? progress = null,
        CancellationToken stop = default
    )
    {
        Directory.CreateDirectory(Path.Combine(_request.Folder, Searches));
        SupernetFiles.Write(Path.Combine(_request.Folder, SettingFile), _setting);
        var pairs = _request
            .Calls.SelectMany(call =>
                Enumerable.Range(0, _request.Seeds).Select(i => (Call: call, Seed: _request.Seed + i))
            )
            .ToList();
        _total = pairs.Sum(pair => Planned(pair.Call));
        _clock.Start();
        var outcomes = new SupernetOutcome[pairs.Count];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = _request.Workers,
            CancellationToken = stop,
        };
        try
        {
            Parallel.For(
                0,
                pairs.Count,
                options,
                i => outcomes[i] = Outcome(pairs[i].Call, pairs[i].Seed, progress, stop)
            );
        }
        catch (OperationCanceledException fault) when (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException(
                $"finished epochs are kept in {_request.Folder}; the same command goes on",
                fault,
                stop
            );
        }

        return outcomes;
    }

    private double Planned(SupernetCall call) =>
        call
            .Method.Planned(
                _request.Settings,
                Math.Max(1, _images.Count / 2 / _request.Settings.Batch),
                call.Argument
            )
            .Work;

    private SupernetOutcome Outcome(
        SupernetCall call,
        long seed,
        IProgress<SupernetProgress>? progress,
        CancellationToken stop
    )
    {
        var path = Path.Combine(_request.Folder, Searches, SupernetFiles.Name(call, seed));
        var (finished, unfinished) = ($"{path}.json", $"{path}.safetensors");
        if (File.Exists(finished))
        {
            Advance(Planned(call), isFresh: false, call, progress);
            return SupernetFiles.ReadOutcome(finished);
        }

        var method = call.Method;
        var images = method.ShufflesLabels(call.Argument)
            ? _images.WithShuffledLabels(new(new CounterRandom(seed, "supernet/labels")))
            : _images;
        var task = new SupernetTask(_net, _request.Settings, images, call.Id, seed);
        using var state = File.Exists(unfinished)
            ? StateFile.Read(unfinished, _request.Placement.Device)
            : Started(task, call);
        var (epochs, share) = (method.Epochs(_request.Settings), Planned(call));
        Advance(share * state.Epoch / Math.Max(1, epochs), isFresh: false, call, progress);
        while (state.Epoch < epochs)
        {
            stop.ThrowIfCancellationRequested();
            Timed(task, state, () => method.Epoch(task, state, call.Argument));
            state.Epoch++;
            StateFile.Write(unfinished, state);
            Advance(share / epochs, isFresh: true, call, progress);
        }

        stop.ThrowIfCancellationRequested();
        Choice? choice = null;
        Timed(task, state, () => choice = method.Choose(task, state, call.Argument));
        var outcome = new SupernetOutcome(
            call.ToString(),
            seed,
            choice!.Chosen.Text,
            [.. choice.Candidates.Select(candidate => candidate.Text)],
            state.Cost,
            [.. state.Readings]
        );
        SupernetFiles.Write(finished, outcome);
        File.Delete(unfinished);
        return outcome;
    }

    private static SearchState Started(SupernetTask task, SupernetCall call)
    {
        var state = new SearchState();
        call.Method.Start(task, state, call.Argument);
        return state;
    }

    private static void Timed(SupernetTask task, SearchState state, Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        state.Cost += task.TakeCost() with { Seconds = clock.Elapsed.TotalSeconds };
    }

    private void Advance(double work, bool isFresh, SupernetCall call, IProgress<SupernetProgress>? progress)
    {
        lock (_gate)
        {
            _done += work;
            _fresh += isFresh ? work : 0;
            progress?.Report(new(call.ToString(), _done, _total, _clock.Elapsed, _fresh));
        }
    }

    private static void RefuseOther(string folder, JsonObject setting)
    {
        if (folder.Length == 0 || File.Exists(folder))
        {
            throw new UserError($"--out '{folder}' is not a folder; give the name of a folder");
        }

        var file = Path.Combine(folder, SettingFile);
        if (!File.Exists(file))
        {
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            {
                throw new UserError(
                    $"{folder} holds other files and no {SettingFile} of supernet searches; "
                        + "choose another folder with --out"
                );
            }

            return;
        }

        var kept = Kept(file);
        var differing = setting
            .Where(item => !JsonNode.DeepEquals(JsonSerializer.SerializeToNode(item.Value), kept[item.Key]))
            .Select(item => $"{item.Key} ({kept[item.Key]?.ToJsonString() ?? "none"} there)")
            .ToList();
        if (differing.Count > 0)
        {
            throw new UserError(
                $"{folder} holds searches of another setting, "
                    + $"which differs in {string.Join(", ", differing)}; choose another folder with --out"
            );
        }
    }

    private static JsonObject Kept(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new UserError(
                $"{file} is damaged ({fault.Message.TrimEnd('.')}); choose another folder",
                fault
            );
        }
    }
}
