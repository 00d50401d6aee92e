using System.Globalization;
using System.Text;
using ZcBench.Reports.Files;

namespace ZcBench.Reports.Evidence;

/// <summary>docs/which-proxy.md, written from the evidence so that it cannot disagree with it.</summary>
internal static class ChoiceDocument
{
    private const double Fast = 10;
    private const int WithoutLabels = 2;

    private const string Preamble = """
        # Which proxy should I use?

        This page is generated: `zcbench ls evidence --markdown > docs/which-proxy.md`. A test keeps it true.

        The evidence is that of the project's own runs ([across-spaces.md](across-spaces.md)): Kendall's τ-b
        with trained accuracies, mean over the tasks of each search space, one seed, one machine. It says what
        a proxy did there, not what it will do in your space. Differences of a few hundredths are within the
        intervals that the leaderboard gives.

        1. **Count first.** `counting` and `live_flops` cost nothing, run no network, and are hard to beat. A
           proxy is worth its time where its gain is above 0.
        2. **Look at `ρ given size`.** A proxy that only measures size has none left once size is known, and
           does not help among networks of one size.
        3. **Look at the worst space.** Yours may be like it.
        4. **Then at your own networks**: train twenty, score them, `zcbench run --table yours.csv`, and look
           at the interval.

        `zcbench ls proxies --max-ms 10 --labels 2 --space nasbench201` answers for other bounds, and
        `--from RUN…` from runs of your own. A time is the highest median of any space, on one core.

        All scores are of the same 60 to 100 architectures of each space. Times are of an earlier, quieter
        run, a dash where it had none; the table of quick ones holds what was timed on all its spaces.
        A proxy without scores for most architectures of a space has no evidence there. Compare means only
        among proxies of the same spaces.


        """;

    /// <summary>The whole page.</summary>
    public static string Text(IReadOnlyList<ProxyEvidence> evidence)
    {
        var text = new StringBuilder(Preamble);
        Section("Any proxy", new());
        Section("Without labels (label budget at most 2)", new(MostLabels: WithoutLabels));
        Section(
            string.Create(CultureInfo.InvariantCulture, $"In {Fast} milliseconds an architecture"),
            new(MostMilliseconds: Fast)
        );
        foreach (var space in evidence.Select(item => item.Space).Distinct(StringComparer.Ordinal))
        {
            Section($"On {space}", new(space));
        }

        return text.ToString().TrimEnd('\n') + "\n";

        void Section(string title, ProxyChoice choice)
        {
            text.Append("## ")
                .Append(title)
                .Append("\n\n")
                .Append(Markdown.Table(choice.Of(evidence)))
                .Append('\n');
        }
    }
}
