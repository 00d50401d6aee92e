using System.Numerics;
using ZcBench.Statistics;

namespace ZcBench.Scores.Aggregates;

/// <summary>
/// The vote of zero-cost-nas: in each pair of architectures the one that most of three proxies prefer.
/// </summary>
internal sealed class Vote : IAggregate
{
    /// <inheritdoc/>
    public ProxyInfo Info { get; } =
        new()
        {
            Id = "vote",
            Title = "majority vote of synflow, jacob_cov and snip",
            Formula = "Σ_b sign(Σ_p sign(s_p(a) − s_p(b))) over all other architectures b: wins less losses",
            Paper = new(
                "Abdelfattah, Mehrotra, Dudziak and Lane",
                "Zero-Cost Proxies for Lightweight NAS",
                "ICLR 2021",
                "https://arxiv.org/abs/2101.08134"
            ),
            Reference =
                "SamsungLabs/zero-cost-nas, vote (definition; a ranking is made of it by counting wins)",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.Minibatch,
            Init = InitKind.Default,
            BatchNorm = "as its members",
            Layers = "as its members",
            LabelBudget = LabelBudget.Labels,
            Version = 1,
            Cost = "none beside its members",
            Notes =
                "The majority over pairs is not transitive, so it is not a ranking by itself; "
                + "wins less losses against the whole set is one. "
                + "The figures that the paper prints for vote are shares of pairs ordered rightly, "
                + "not rank correlations.",
        };

    /// <inheritdoc/>
    public IReadOnlyList<string> Members { get; } = ["synflow", "jacob_cov", "snip"];

    /// <inheritdoc/>
    public IReadOnlyList<Score> Combine(IReadOnlyList<ScoreColumn> members)
    {
        var groups = members.Select(member => Ranks.Of(member.Oriented()).Groups.ToArray()).ToArray();
        var balance = new long[groups[0].Length];
        Parallel.For(
            0,
            balance.Length,
            a =>
            {
                var (b, sum) = (0, Vector<int>.Zero);
                for (; b <= balance.Length - Vector<int>.Count; b += Vector<int>.Count)
                {
                    var votes = Vector<int>.Zero;
                    foreach (var ranks in groups)
                    {
                        votes += Signs(new Vector<int>(ranks[a]) - new Vector<int>(ranks, b));
                    }

                    sum += Signs(votes);
                }

                balance[a] = Vector.Sum(sum);
                for (; b < balance.Length; b++)
                {
                    balance[a] += Math.Sign(groups.Sum(ranks => Math.Sign(ranks[a] - ranks[b])));
                }
            }
        );
        return
        [
            .. balance.Select(
                (value, i) =>
                    members.Any(member => member.Scores[i].IsDefined)
                        ? Score.Of(value)
                        : Score.Undefined("no member has a score")
            ),
        ];
    }

    // A mask of all ones is −1.
    private static Vector<int> Signs(Vector<int> values) =>
        Vector.LessThan(values, Vector<int>.Zero) - Vector.GreaterThan(values, Vector<int>.Zero);
}
