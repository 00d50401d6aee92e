using ZcBench.Benchmarks;
using ZcBench.Reports.Evidence;
using ZcBench.Reports.Files;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Tests.Runs;

public sealed class EvidenceTests
{
    private static readonly IReadOnlyList<ProxyEvidence> Evidence =
    [
        new("slow", "a", 2, 1, 100, 0.9, 0.5, 0.1, 500),
        new("slow", "b", 2, 1, 100, 0.7, null, 0.1, 20),
        new("quick", "a", 0, 1, 100, 0.5, 0.2, null, 1),
        new("quick", "b", 0, 1, 100, 0.4, 0.4, -0.2, 5),
        new("partly", "a", 3, 1, 100, 0.95, 0.1, 0.2, null),
    ];

    [Fact]
    public void Proxies_are_ranked_by_their_mean_and_those_without_all_spaces_come_last()
    {
        var table = new ProxyChoice().Of(Evidence);
        Assert.Equal(["slow", "quick", "partly"], table.Rows.Select(row => row[0]));
        Assert.Equal(["slow", "2", "2", "0.800", "0.700", "0.500", "+0.100", "500"], table.Rows[0]);
    }

    [Fact]
    public void Bounds_leave_out_what_is_slower_anywhere_or_has_seen_more()
    {
        Assert.Equal(["quick"], Ids(new(MostMilliseconds: 10)));
        Assert.Equal(["slow", "quick"], Ids(new(MostLabels: 2)));
        Assert.Equal(["partly", "slow", "quick"], Ids(new("a")));
        Assert.Equal(["slow", "quick"], Ids(new("b", 20, 2)));

        static IEnumerable<string> Ids(ProxyChoice choice) => choice.Of(Evidence).Rows.Select(row => row[0]);
    }

    [Fact]
    public void What_is_no_bound_or_no_space_is_refused()
    {
        Assert.Contains("--max-ms 0", Refused(new(MostMilliseconds: 0)), StringComparison.Ordinal);
        Assert.Contains("--labels 6", Refused(new(MostLabels: 6)), StringComparison.Ordinal);
        Assert.Contains("there is on a, b", Refused(new("c")), StringComparison.Ordinal);

        static string Refused(ProxyChoice choice) =>
            Assert.Throws<UserError>(() => choice.Of(Evidence)).Message;
    }

    [Fact]
    public void The_evidence_of_a_run_is_the_mean_over_its_datasets()
    {
        var run = TestRun.Of(TestRun.Noisy("wot", 8, seed: 1));
        var tau = run
            .Table.Targets.Select(run.Against)
            .Average(part =>
                new KendallTauB().Compute(part.Whole().Sample(part.Column("wot")!)).Value!.Value
            );
        var wot = EvidenceFile.Of([run]).Single(item => item.Proxy == "wot");
        Assert.Equal(tau, wot.Tau, 1e-12);
        Assert.Equal((3, 256, 1.0), (wot.Tasks, wot.Architectures, wot.Milliseconds));
    }

    [Fact]
    public void The_projects_own_evidence_covers_six_spaces_and_is_read_as_it_was_written()
    {
        Assert.Equal(6, EvidenceFile.Own.Select(item => item.Space).Distinct().Count());
        Assert.All(EvidenceFile.Own, item => Assert.InRange(item.Tau, -1, 1));
        Assert.All(
            EvidenceFile.Own.Select(item => item.Space).Distinct(),
            space => Assert.Contains(space, SearchSpaces.All.Keys)
        );
    }

    [Fact]
    public void The_best_is_marked_only_among_proxies_of_the_same_spaces()
    {
        Assert.DoesNotContain("**", Markdown.Table(new ProxyChoice().Of(Evidence)), StringComparison.Ordinal);
        ProxyEvidence[] apart = [Evidence[0], Evidence[3]];
        Assert.DoesNotContain("**", Markdown.Table(new ProxyChoice().Of(apart)), StringComparison.Ordinal);
        Assert.Contains(
            "**0.950**",
            Markdown.Table(new ProxyChoice("a").Of(Evidence)),
            StringComparison.Ordinal
        );
    }
}
