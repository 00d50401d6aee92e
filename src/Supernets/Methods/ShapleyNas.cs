using ZcBench.Search.Methods;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Searches;
using ZcBench.Supernets.Shapley;
using ZcBench.Supernets.Steps;

namespace ZcBench.Supernets.Methods;

/// <summary>
/// Logits moved by what each operation contributes to the accuracy of the shared network. The operation that
/// yields zero is no player: its marginal is exactly 0, and mean − deviation would choose it everywhere.
/// </summary>
internal sealed class ShapleyNas : ISupernetMethod
{
    private const string Code = "code";
    private const double Threshold = 0.5;
    private const string Sum = "sum";
    private static readonly ContributionStep Step = new(0.8, 0.1);

    /// <inheritdoc/>
    public MethodCard Card { get; } =
        new()
        {
            Id = "shapley",
            Title = "Shapley-NAS",
            Rule =
                "Trains shared weights; in the second half of the epochs logits follow the operations' "
                + "Shapley values of validation accuracy, estimated from permutations, "
                + "as the published code takes them (mean less deviation) or as the paper does (mean).",
            Paper = Papers.Shapley,
            Argument = "estimate, code or mean",
            Arguments = [Code, "mean"],
        };

    /// <inheritdoc/>
    public SearchCost Planned(SupernetSettings settings, int steps, string argument)
    {
        var updates = settings.Epochs - settings.Epochs / 2;
        var images = Math.Min(settings.GameImages, (double)steps * settings.Batch);
        // About ten players leave before the value is halved.
        return new(
            (double)settings.Epochs * steps,
            updates * settings.Permutations * 11.0 * images / settings.Batch,
            0
        );
    }

    /// <inheritdoc/>
    public void Start(SupernetTask task, SearchState state, string argument)
    {
        var sub = new AlphaTraining(new SoftmaxAlpha()).New(
            task,
            "",
            LiveOperations.WithoutZero(task.Net.Blueprint)
        );
        var sum = task.Logits($"sum").requires_grad_(false);
        sub.Moments.Set(Sum, sum);
        state.Replace(("", sub));
    }

    /// <inheritdoc/>
    public void Epoch(SupernetTask task, SearchState state, string argument)
    {
        if (state.Epoch >= task.Settings.Epochs / 2)
        {
            Update(task, state, argument);
        }

        new AlphaTraining(new SoftmaxAlpha()).Epoch(
            task,
            state,
            "",
            state.Sub,
            state.Epoch,
            task.Settings.Epochs,
            trainsAlpha: false
        );
    }

    /// <inheritdoc/>
    public Choice Choose(SupernetTask task, SearchState state, string argument)
    {
        var chosen = task.Architecture(AlphaTraining.Preferred(task, state.Sub));
        return new(chosen, [chosen]);
    }

    private static void Update(SupernetTask task, SearchState state, string argument)
    {
        var sub = state.Sub;
        var removals = new List<Removal>();
        for (var i = 0; i < task.Settings.Permutations; i++)
        {
            using var scope = torch.NewDisposeScope();
            var players = sub.Live.Choices;
            var order = task.Random($"permutation/{state.Epoch}/{i}")
                .Distinct(players.Length, players.Length);
            using var batch = task.ValidationImages($"game/{state.Epoch}/{i}", task.Settings.GameImages);
            var all = Mixing.Softmax(sub.Architecture[AlphaStep.Alpha].detach(), sub.Live);
            removals.Add(
                Removal.Play(
                    order,
                    isIn =>
                        task.AccuracyPercent(
                            sub,
                            all with
                            {
                                Live = sub.Live.Without([.. players.Where((_, player) => !isIn[player])]),
                            },
                            batch
                        ),
                    Threshold
                )
            );
        }

        var contributions = Contributions.Of(removals);
        Move(sub, argument == Code ? contributions.Pessimistic : contributions.Mean);
        Note(task, state, contributions);
    }

    private static void Move(SubSupernet sub, IReadOnlyList<double> contributions)
    {
        var (alpha, sum) = (sub.Architecture[AlphaStep.Alpha], sub.Moments[Sum]);
        var places = sub
            .Live.Choices.Select(choice => choice.Edge * sub.Live.Operations + choice.Operation)
            .ToList();
        var (allAlpha, allSum) = (HostNumbers.Of(alpha), HostNumbers.Of(sum));
        double[] alphas = [.. places.Select(place => allAlpha[place])];
        double[] sums = [.. places.Select(place => allSum[place])];
        Step.Take(contributions, sums, alphas);
        foreach (var (i, place) in places.Index())
        {
            (allAlpha[place], allSum[place]) = (alphas[i], sums[i]);
        }

        using var scope = torch.NewDisposeScope();
        using var gradientsOff = torch.no_grad();
        alpha.copy_(torch.tensor(allAlpha).reshape(alpha.shape));
        sum.copy_(torch.tensor(allSum).reshape(alpha.shape));
    }

    private static void Note(SupernetTask task, SearchState state, Contributions contributions)
    {
        var (blueprint, alpha) = (
            task.Net.Blueprint,
            HostNumbers.Of(state.Sub.Architecture[AlphaStep.Alpha])
        );
        foreach (var (player, choice) in state.Sub.Live.Choices.Index())
        {
            var (edge, operation) = (blueprint.Edges[choice.Edge], blueprint.Operations[choice.Operation]);
            var logit = alpha[choice.Edge * state.Sub.Live.Operations + choice.Operation];
            state.Read(ReadingKind.Contribution, "", edge, operation, contributions.Mean[player]);
            state.Read(ReadingKind.Spread, "", edge, operation, contributions.Deviation[player]);
            state.Read(ReadingKind.Alpha, "", edge, operation, logit);
        }
    }
}
