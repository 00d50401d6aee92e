using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Steps;

namespace ZcBench.Supernets.Matching;

/// <summary>
/// How much the operations of an edge agree on where shared weights should go (Hu, Wang, Ding and Hsieh,
/// few-shot NAS with gradient matching, ICLR 2022): the edge takes one operation after another, the others
/// stay mixed, and the gradients of the loss with respect to the weights that all share are compared.
/// </summary>
internal sealed class GradientMatching
{
    private const double Tiny = 1e-6;
    private readonly Supernet _net;
    private readonly GradientDistance _distance;
    private readonly HashSet<string> _body;

    /// <summary>Matching on a network.</summary>
    public GradientMatching(Supernet net, GradientDistance distance)
    {
        _net = net;
        _distance = distance;
        _body = BodyWeights(net.Blueprint);
    }

    /// <summary>
    /// The weights that an edge's operations share: those of the stages after the stem, without the edge's
    /// own and without those of operations that are no longer live.
    /// </summary>
    public IReadOnlyList<string> SharedBy(int edge, SubSupernet sub)
    {
        var all = LiveOperations.All(_net.Blueprint);
        var excluded = all
            .Choices.Where(choice => choice.Edge == edge || !sub.Live[choice.Edge, choice.Operation])
            .SelectMany(choice => _net.Blueprint.EdgeWeights[choice])
            .ToHashSet(StringComparer.Ordinal);
        return [.. sub.Weights.Trained.Names.Where(name => _body.Contains(name) && !excluded.Contains(name))];
    }

    /// <summary>
    /// Distances between the operations of an edge on one minibatch, [operations, operations], both ways and
    /// on the diagonal.
    /// </summary>
    /// <param name="edge">An edge of which all operations are live.</param>
    /// <param name="sub">The network's state; it stays as it is.</param>
    /// <param name="mixing">θ of the other edges.</param>
    /// <param name="batch">Images and labels.</param>
    public double[,] Distances(int edge, SubSupernet sub, Mixing mixing, Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        var names = SharedBy(edge, sub);
        var operations = sub.Live.Operations;
        var gradients = Enumerable
            .Range(0, operations)
            .Select(operation => Gradients(edge, operation, sub, mixing, batch, names))
            .ToList();
        var distances = new double[operations, operations];
        for (var i = 0; i < operations; i++)
        {
            for (var j = i; j < operations; j++)
            {
                distances[i, j] = distances[j, i] = Between(gradients[i], gradients[j]);
            }
        }

        return distances;
    }

    private List<Tensor> Gradients(
        int edge,
        int operation,
        SubSupernet sub,
        Mixing mixing,
        Batch batch,
        IReadOnlyList<string> names
    )
    {
        using var scope = torch.NewDisposeScope();
        var shares = mixing.Weights.detach().clone();
        shares[edge].zero_();
        shares[edge][operation].fill_(Scalars.Of(1));
        var hard = new Mixing(shares, mixing.Live.Restricted(edge, [operation]));
        var loss = Pass.Loss(_net, sub.Weights, hard, batch, BatchNormMode.Batch);
        var gradients = Pass.Gradients(_net, loss, [], names, sub.Weights, hard.Live);
        return
        [
            .. names.Zip(
                gradients,
                (name, gradient) =>
                    (gradient ?? torch.zeros_like(sub.Weights.Trained[name])).MoveToOuterDisposeScope()
            ),
        ];
    }

    private double Between(List<Tensor> a, List<Tensor> b)
    {
        using var scope = torch.NewDisposeScope();
        var distance = _distance switch
        {
            GradientDistance.Cosine => Cosine(Vector(a), Vector(b), 0),
            GradientDistance.Squared => Vector(a).sub(Vector(b)).pow(Scalars.Of(2)).sum(),
            _ => torch.stack([.. a.Zip(b).Where(pair => pair.First.ndim > 1).Select(Filters)]).sum(),
        };
        return distance.to(torch.float64).item<double>();
    }

    private static Tensor Filters((Tensor First, Tensor Second) pair) =>
        Cosine(pair.First.flatten(1), pair.Second.flatten(1), 1).sum();

    private static Tensor Cosine(Tensor a, Tensor b, long dimension)
    {
        var product = a.mul(b).sum(dimension);
        var sizes = a.pow(Scalars.Of(2))
            .sum(dimension)
            .sqrt()
            .mul(b.pow(Scalars.Of(2)).sum(dimension).sqrt());
        return product
            .div(sizes.add(Scalars.Of(Tiny), Scalars.Of(1)))
            .neg()
            .add(Scalars.Of(1), Scalars.Of(1));
    }

    private static Tensor Vector(List<Tensor> gradients) =>
        torch.cat([.. gradients.Select(gradient => gradient.reshape(-1))]);

    // What the stages between stem and head hold.
    private static HashSet<string> BodyWeights(SupernetBlueprint blueprint)
    {
        var steps = blueprint.Network.Steps;
        return blueprint
            .Network.Stages.Skip(1)
            .SelectMany(stage => steps[stage.Steps])
            .SelectMany(step =>
                step.Operation switch
                {
                    Convolution conv => [conv.Path],
                    BatchNorm { IsAffine: true } norm => [$"{norm.Path}.weight", $"{norm.Path}.bias"],
                    _ => (string[])[],
                }
            )
            .ToHashSet(StringComparer.Ordinal);
    }
}
