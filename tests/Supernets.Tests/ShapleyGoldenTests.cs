using System.Text.Json;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Shapley;
using ZcBench.Supernets.Steps;

namespace ZcBench.Supernets.Tests;

/// <summary>Games, estimates and updates against the functions of Shapley-NAS.</summary>
public sealed class ShapleyGoldenTests : TorchTest
{
    private const double Start = 10;

    public static TheoryData<string> Files => GoldenFile.Named("shapley");

    [Theory]
    [MemberData(nameof(Files))]
    public void The_loss_game_of_the_untrained_network_is_equal(string file)
    {
        var golden = GoldenFile.Open(file);
        var game = golden.GetProperty("loss_game");
        using var tiny = new TinySupernet(golden);
        using var sub = tiny.Sub();
        var removals = game.GetProperty("permutations")
            .EnumerateArray()
            .Zip(game.GetProperty("batches").EnumerateArray())
            .Select(item =>
                Removal.Play(
                    item.First.Integers(),
                    isIn => -Loss(tiny, sub, tiny.Named(item.Second.GetString()!), isIn),
                    threshold: null
                )
            )
            .ToList();
        Near.Equal(
            game.GetProperty("value_full").Numbers(),
            [.. removals.Select(removal => removal.Full)],
            Near.Values,
            "full"
        );
        Near.Equal(
            game.Number("value_empty_input"),
            -Loss(tiny, sub, tiny.Input, new bool[30]),
            Near.Values,
            "empty"
        );
        Compare(game, "marginals_player_by_permutation", Marginals(removals));
        Compare(game, "estimate_mean_minus_std", Contributions.Of(removals).Pessimistic);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Accuracy_games_of_the_trained_network_and_their_updates_are_equal(string file)
    {
        var golden = GoldenFile.Open(file);
        using var tiny = new TinySupernet(golden);
        using var sub = tiny.Sub();
        for (var step = 0; step < 30; step++)
        {
            tiny.Step(sub);
        }

        Accuracies(tiny, sub, golden.GetProperty("accuracy_game"), tiny.Everything);
        Accuracies(
            tiny,
            sub,
            golden.GetProperty("accuracy_game_without_none"),
            LiveOperations.WithoutZero(tiny.Blueprint)
        );
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Updates_of_a_game_with_two_cell_types_are_equal(string file)
    {
        var game = GoldenFile.Open(file).GetProperty("synthetic");
        var step = new ContributionStep(0.8, 0.1);
        var value = Pairwise(game, Start);
        double[][] sums =
        [
            .. game.GetProperty("momentum_start").EnumerateArray().Select(item => item.Numbers()),
        ];
        double[][] alphas = [.. sums.Select(type => new double[type.Length])];
        foreach (var update in game.GetProperty("updates").EnumerateArray())
        {
            var removals = Play(update, value, game.Number("threshold"));
            Compare(update, "marginals_player_by_permutation", Marginals(removals));
            var estimate = Contributions.Of(removals).Pessimistic;
            Compare(update, "estimate_mean_minus_std", estimate);
            foreach (var (type, players) in estimate.Chunk(sums[0].Length).Index())
            {
                Assert.True(step.Take(players, sums[type], alphas[type]));
            }

            Compare(update, "momentum", [.. sums.SelectMany(item => item)]);
            Compare(update, "alpha", [.. alphas.SelectMany(item => item)]);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Over_all_permutations_the_mean_is_the_exact_value(string file)
    {
        var golden = GoldenFile.Open(file);
        foreach (var name in new[] { "six_players", "five_players" })
        {
            var game = golden.GetProperty(name);
            var players = game.GetProperty("additive").GetArrayLength();
            var value = Pairwise(game, Start);
            var estimate = Contributions.Of([
                .. Permutations([.. Enumerable.Range(0, players)])
                    .Select(order => Removal.Play(order, value, null)),
            ]);
            Compare(game, "exact_shapley", estimate.Mean);
            Compare(
                game,
                players == 6 ? "mean_of_reference_over_720_permutations" : "brute_force_120_permutations",
                estimate.Mean
            );
            if (players == 6)
            {
                Compare(game, "estimate_mean_minus_population_std_over_720", estimate.Pessimistic);
            }
        }
    }

    private static void Accuracies(
        TinySupernet tiny,
        SubSupernet sub,
        JsonElement game,
        LiveOperations players
    )
    {
        sub.Live = players;
        var step = new ContributionStep(game.Number("momentum"), game.Number("step_size"));
        var (sum, alpha) = (game.GetProperty("momentum_start").Numbers(), new double[players.Choices.Length]);
        foreach (var update in game.GetProperty("updates").EnumerateArray())
        {
            double Value(IReadOnlyList<bool> isIn)
            {
                using var scope = torch.NewDisposeScope();
                return Pass.AccuracyPercent(
                    tiny.Net,
                    sub.Weights,
                    Mixed(players, alpha, isIn),
                    tiny.Input,
                    BatchNormMode.Batch
                );
            }

            var removals = Play(update, Value, game.Number("threshold"));
            Assert.All(removals, item => Assert.Equal(update.Number("value_full"), item.Full));
            Assert.Equal(update.GetProperty("removals").Integers(), removals.Select(item => item.Removed));
            if (update.TryGetProperty("marginals_player_by_permutation", out _))
            {
                Compare(update, "marginals_player_by_permutation", Marginals(removals));
            }

            var contributions = Contributions.Of(removals);
            Compare(update, "mean_over_permutations", contributions.Mean);
            Compare(update, "estimate_mean_minus_std", contributions.Pessimistic);
            Compare(update, "standardised", ContributionStep.Standardised(contributions.Pessimistic)!);
            Assert.True(step.Take(contributions.Pessimistic, sum, alpha));
            Compare(update, "momentum", sum);
            Compare(update, "alpha", alpha);
        }

        var chosen = Enumerable
            .Range(0, players.Edges)
            .Select(edge =>
                players
                    .Choices.Zip(alpha)
                    .Where(item => item.First.Edge == edge)
                    .MaxBy(item => item.Second)
                    .First.Operation
            )
            .Select(operation => tiny.Blueprint.Operations[operation]);
        Assert.Equal(
            game.GetProperty("architecture").EnumerateArray().Select(item => item.GetString()),
            chosen
        );
    }

    // θ = softmax(α) over all players; what is out counts 0 and the others keep their shares.
    private static Mixing Mixed(LiveOperations players, double[] alpha, IReadOnlyList<bool> isIn)
    {
        var logits = torch.zeros([players.Edges, players.Operations], dtype: torch.float64);
        foreach (var (choice, value) in players.Choices.Zip(alpha))
        {
            logits[choice.Edge, choice.Operation] = value;
        }

        EdgeChoice[] removed =
        [
            .. players.Choices.Zip(isIn).Where(item => !item.Second).Select(item => item.First),
        ];
        return Mixing.Softmax(logits, players) with { Live = players.Without(removed) };
    }

    private static double Loss(TinySupernet tiny, SubSupernet sub, Batch batch, IReadOnlyList<bool> isIn)
    {
        using var scope = torch.NewDisposeScope();
        using var gradientsOff = torch.no_grad();
        var mixing = Mixed(tiny.Everything, new double[30], isIn);
        return Pass.Loss(tiny.Net, sub.Weights, mixing, batch, BatchNormMode.Batch).item<double>();
    }

    private static List<Removal> Play(JsonElement update, CoalitionValue value, double threshold) =>
        [
            .. update
                .GetProperty("permutations")
                .EnumerateArray()
                .Select(order => Removal.Play(order.Integers(), value, threshold)),
        ];

    // c + Σ aᵢ + Σ bᵢⱼ over the players that take part, pairs in lexicographic order.
    private static CoalitionValue Pairwise(JsonElement game, double start)
    {
        var (single, pair) = (game.GetProperty("additive").Numbers(), game.GetProperty("pair").Numbers());
        return isIn =>
        {
            var (sum, next) = (start, 0);
            for (var i = 0; i < single.Length; i++)
            {
                sum += isIn[i] ? single[i] : 0;
                for (var j = i + 1; j < single.Length; j++, next++)
                {
                    sum += isIn[i] && isIn[j] ? pair[next] : 0;
                }
            }

            return sum;
        };
    }

    private static double[] Marginals(List<Removal> removals) =>
        [
            .. Enumerable
                .Range(0, removals[0].Marginals.Count)
                .SelectMany(player => removals.Select(removal => removal.Marginals[player])),
        ];

    private static IEnumerable<int[]> Permutations(int[] items) =>
        items.Length == 0
            ?
            [
                [],
            ]
            : items.SelectMany(first =>
                Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest])
            );

    private static void Compare(JsonElement expected, string property, IReadOnlyList<double> actual) =>
        Near.Equal(expected.GetProperty(property).Numbers(), actual, Near.Values, property);
}
