using System.Diagnostics;
using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Benchmarks.Tables;
using ZcBench.Scores.Aggregates;
using ZcBench.Search.Methods;
using ZcBench.Search.Queries;

namespace ZcBench.Search;

/// <summary>
/// Runs searches on a table, many repeats on several workers. The result depends on seeds alone, not on the
/// number of workers.
/// </summary>
public sealed class SearchBench
{
    private readonly SearchRequest _request;
    private readonly IReadOnlyList<MethodCall> _calls;
    private readonly IReadOnlyList<int> _rows;
    private readonly IReadOnlyList<int> _pool;
    private readonly double[] _accuracies;
    private readonly double[] _seconds;
    private readonly CandidateScores _scores;
    private readonly bool _keepsScores;

    private SearchBench(
        SearchRequest request,
        IReadOnlyList<MethodCall> calls,
        Target seen,
        IReadOnlyList<int> rows,
        IReadOnlyList<int> pool,
        CandidateScores candidateScores,
        string scores,
        bool keepsScores
    )
    {
        _keepsScores = keepsScores;
        _request = request;
        _calls = calls;
        _rows = rows;
        _pool = pool;
        _scores = candidateScores;
        var (accuracies, seconds) = (request.Table.Accuracies(seen), TrainingSeconds(request.Table, seen));
        _accuracies = [.. rows.Select(row => accuracies[row])];
        _seconds = [.. rows.Select(row => seconds[row])];
        Seen = seen;
        Scores = scores;
    }

    /// <summary>The accuracies that the searches pay for.</summary>
    public Target Seen { get; }

    /// <summary>For captions: whose scores they are, measured how, and what they are called there.</summary>
    public string Scores { get; }

    /// <summary>How many architectures of the pool lack scores that a method may ask for.</summary>
    public int Unscored => _scores.Missing(_pool);

    /// <summary>How many architectures there are to draw and rank by scores.</summary>
    public int Pool => _pool.Count;

    /// <summary>Checks everything that can be wrong before the first search.</summary>
    /// <exception cref="UserError">
    /// The table lacks accuracies or training times, a score has no source, or the budget does not fit.
    /// </exception>
    public static SearchBench Open(
        SearchRequest request,
        IReadOnlyList<MethodCall> calls,
        IScoreSource source
    )
    {
        var table = request.Table;
        if (request.Repeats < 1)
        {
            throw new UserError($"--repeats must be at least 1 (got {request.Repeats})");
        }

        if (request.Seed > long.MaxValue - (request.Repeats - 1))
        {
            throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"--seed {request.Seed} leaves no room for {request.Repeats} repeats, "
                        + $"whose seeds count up; give a smaller one"
                )
            );
        }

        var seen = FewestEpochs(table, request.Dataset);
        TrainingSeconds(table, seen);
        if (!table.Targets.Any(target => target.Split == Split.Test))
        {
            throw new UserError(
                $"table '{table.Description.Id}' has no test accuracies to judge searches by; "
                    + $"add a column such as {seen.Dataset}_test{seen.Epochs}"
            );
        }

        RequireReachable(request, seen);
        string[] proxies =
        [
            .. calls
                .SelectMany(call => Proxies(call, table.Description.Space))
                .Distinct(StringComparer.Ordinal),
        ];
        foreach (var id in proxies)
        {
            source.Proxy(id);
        }

        // In one pool for all, nothing else is a candidate; else the pool is a part of the candidates.
        var all = Enumerable.Range(0, table.Architectures.Count);
        var scored = request.Pool == SearchPool.Table ? [.. all] : Scored(request, proxies, source);
        IReadOnlyList<int> rows = request.Pool == SearchPool.Mixed ? [.. all] : scored;
        IReadOnlyList<int> pool =
            request.Pool == SearchPool.Mixed ? scored : [.. Enumerable.Range(0, rows.Count)];
        calls = [.. calls.Select(call => Sized(call, pool.Count)).Distinct()];
        var isBounded = calls.Any(call => SearchCatalogue.Named(call.Method).StaysInPool(call));
        request.Budget.Check(isBounded ? pool.Count : rows.Count);
        foreach (var call in calls.Where(call => call.Draw > pool.Count && !MayRepeat(call)))
        {
            throw new UserError(
                $"search '{call}' draws {call.Draw} architectures, but only {pool.Count} can be searched; "
                    + $"write {call.Method}:{call.Argument}@{pool.Count} or give more scores"
            );
        }

        return new(
            request,
            calls,
            seen,
            rows,
            pool,
            new([.. rows.Select(row => table.Architectures[row])], source, proxies),
            Described(source, proxies),
            source.KeepsScores
        );
    }

    // What each query costs: a search that cannot pay is not compared.
    private static IReadOnlyList<double> TrainingSeconds(BenchmarkTable table, Target seen)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{seen.Dataset}_train{seen.Epochs}_seconds");
        return table.TrainingSeconds(seen.Dataset, seen.Epochs) switch
        {
            null => throw new UserError(
                $"table '{table.Description.Id}' has no training times; add a column {name}"
            ),
            var seconds when seconds.Any(double.IsNaN) => throw new UserError(
                $"table '{table.Description.Id}' lacks some training times; fill the column {name}"
            ),
            var seconds => seconds,
        };
    }

    /// <summary>Runs every repeat of every method.</summary>
    /// <param name="workers">Searches at a time.</param>
    /// <param name="progress">Told of each search that ended; null for nobody.</param>
    /// <param name="stop">Ends all searches early.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public SearchResults Run(
        int workers,
        IProgress<SearchProgress>? progress = null,
        CancellationToken stop = default
    )
    {
        var (clock, done) = (Stopwatch.StartNew(), 0);
        var neighbours = new Lazy<Neighbourhood>(() =>
            Neighbourhood.Of([.. _rows.Select(row => _request.Table.Architectures[row])])
        );
        var outcomes = _calls.Select(_ => new SearchOutcome[_request.Repeats]).ToArray();
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = stop };
        try
        {
            Parallel.For(
                0,
                _calls.Count * _request.Repeats,
                options,
                i =>
                {
                    var (call, repeat) = (i / _request.Repeats, i % _request.Repeats);
                    outcomes[call][repeat] = Search(_calls[call], _request.Seed + repeat, neighbours, stop);
                    progress?.Report(
                        new(Interlocked.Increment(ref done), _calls.Count * _request.Repeats, clock.Elapsed)
                    );
                }
            );
        }
        catch (OperationCanceledException fault) when (stop.IsCancellationRequested)
        {
            throw new OperationCanceledException(
                _keepsScores
                    ? "scores that the search measured are kept"
                    : "nothing was written; --save-scores keeps the scores that a search measures",
                fault,
                stop
            );
        }

        return new(
            _request,
            Seen,
            [.. _pool.Select(i => _rows[i])],
            [.. _calls.Zip(outcomes, (call, all) => new MethodResult(call, all))]
        );
    }

    /// <summary>
    /// |M| of everything in the pool for the metrics of HNAS that any search works with; NaN where there is
    /// none.
    /// </summary>
    public IReadOnlyDictionary<string, double[]> MetricSizes() =>
        _calls
            .SelectMany(call => Proxies(call, _request.Table.Description.Space))
            .Where(id => Hnas.Metrics.Contains(id))
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(
                id => id,
                id =>
                    _pool
                        .Select(i => _scores[id].IsKnown(i) ? Math.Abs(_scores[id].Value(i)) : double.NaN)
                        .ToArray(),
                StringComparer.Ordinal
            );

    private SearchOutcome Search(
        MethodCall call,
        long seed,
        Lazy<Neighbourhood> neighbours,
        CancellationToken stop
    )
    {
        var method = SearchCatalogue.Named(call.Method);
        var ledger = new Ledger(_request.Budget);
        var proxies = Proxies(call, _request.Table.Description.Space);
        var task = new SearchTask(
            _accuracies.Length,
            _pool,
            new ValidationOracle(_accuracies, _seconds, ledger),
            new ScoreOracle(_scores, proxies, ledger, stop),
            neighbours
        );
        // Methods with the same name see the same draws, whatever they work with.
        var random = new SequentialRandom(new CounterRandom(seed, $"search/{call.Method}"));
        var chosen =
            method.Search(task, call, random) ?? ledger.Log.MaxBy(query => query.Validation)?.Architecture;
        return new(
            seed,
            chosen is { } candidate ? _rows[candidate] : null,
            [.. ledger.Log.Select(query => query with { Architecture = _rows[query.Architecture] })],
            ledger.TrainingSeconds,
            ledger.ScoringSeconds
        );
    }

    private static IEnumerable<string> Proxies(MethodCall call, string space) =>
        SearchCatalogue
            .Named(call.Method)
            .Scores(call)
            .SelectMany(id => AggregateCatalogue.Find(id)?.MembersIn(space) ?? [id]);

    private static Target FewestEpochs(BenchmarkTable table, string dataset)
    {
        var any = table.Find(dataset, Split.Validation);
        return table
            .Targets.Where(target => target.Dataset == any.Dataset && target.Split == Split.Validation)
            .MinBy(target => target.Epochs)!;
    }

    private static void RequireReachable(SearchRequest request, Target seen)
    {
        var test = new TestAccuracies(request.Table, seen.Dataset);
        var best = test.Best(0, Enumerable.Range(0, request.Table.Architectures.Count));
        if (request.Reach is { } reach && !(reach <= best))
        {
            throw new UserError(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"--reach {reach} is more than any architecture of the table has ({best:0.####} on "
                        + $"{test.Targets[0]}); lower it"
                )
            );
        }
    }

    private static IReadOnlyList<int> Scored(SearchRequest request, string[] proxies, IScoreSource source)
    {
        var all = Enumerable.Range(0, request.Table.Architectures.Count);
        var needed = (proxies.Length > 0 ? proxies : [.. source.Known]).Select(source.Stored).ToList();
        if (needed.Count == 0)
        {
            throw new UserError(
                $"--pool {PoolName(request.Pool)} needs scores; give --scores or --published, "
                    + "or use --pool table"
            );
        }

        int[] rows =
        [
            .. all.Where(row =>
                needed.TrueForAll(scores => scores.ContainsKey(request.Table.Architectures[row].Text))
            ),
        ];
        return rows.Length > 0
            ? rows
            : throw new UserError(
                "no architecture of the table has every requested score; give scores of this table, "
                    + "or use --pool table"
            );
    }

    private static string PoolName(SearchPool pool) => pool == SearchPool.Mixed ? "mixed" : "scored";

    private static string Described(IScoreSource source, string[] proxies)
    {
        string[] renamed =
        [
            .. proxies.Where(id => source.FullName(id) != id).Select(id => $"{id} is {source.FullName(id)}"),
        ];
        return renamed.Length == 0
            ? source.Description
            : $"{source.Description} There {string.Join(", ", renamed)}.";
    }

    // A usual draw shrinks to what there is; one that was asked for is refused.
    private static MethodCall Sized(MethodCall call, int pool) =>
        call.Draw is null && SearchCatalogue.Named(call.Method).Card.UsualDraw is { } usual
            ? call with
            {
                Draw = MayRepeat(call) ? usual : Math.Min(usual, pool),
            }
            : call;

    // A growing pool is drawn with replacement.
    private static bool MayRepeat(MethodCall call) => SearchCatalogue.Named(call.Method).DrawsWithReplacement;
}
