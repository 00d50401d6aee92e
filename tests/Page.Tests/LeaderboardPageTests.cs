using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using ZcBench.Statistics;
using ZcBench.Statistics.Across;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Page.Tests;

public sealed class LeaderboardPageTests(Chromium chromium, LeaderboardFile leaderboard)
    : IClassFixture<Chromium>,
        IClassFixture<LeaderboardFile>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(400)]
    public async Task It_opens_with_the_analysis_s_ranks_and_never_scrolls_sideways(int width)
    {
        await using var page = await chromium.OpenAsync(leaderboard.Path, width);
        Assert.Empty(page.Complaints);
        Assert.InRange(await page.View.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
        Assert.Equal(
            leaderboard.Analysis.Proxies.Select(proxy =>
                string.Create(CultureInfo.InvariantCulture, $"{proxy.Id} {proxy.Rank:0.00}")
            ),
            await Ranked(page)
        );
        var first = leaderboard.Analysis.Proxies[0].MeanRank;
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"[{first.Low.Value:0.00}, {first.High.Value:0.00}]"),
            await page.Text("#board-table tbody tr"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Label_budget_cost_and_tasks_filter_and_ranks_are_those_among_what_is_left()
    {
        await using var page = await chromium.OpenAsync(leaderboard.Path);
        await page.View.UncheckAsync("[data-task='2']");
        await page.View.UncheckAsync("[data-space=transnasbench101-micro]");
        // One block has both spaces' single tasks left: nasbenchmacro/cifar10 and nasbench201/cifar10.
        Assert.Equal(Expected([0, 1], _ => true), await Ranked(page));
        Assert.Contains("over 2 of 5 tasks", await page.Text("#board-note"), StringComparison.Ordinal);
        await page.View.SelectOptionAsync("#budget", "0");
        Assert.Equal(Expected([0, 1], id => id is "params" or "flops"), await Ranked(page));
        await page.View.SelectOptionAsync("#budget", "5");
        await page.View.FillAsync("#cost", "0.5");
        Assert.Equal(Expected([0, 1], id => id is "params" or "flops"), await Ranked(page));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Own_scores_have_the_tau_b_of_the_program_ties_and_undefined_ones_included()
    {
        var task = leaderboard.Analysis.Tasks[1];
        var run = task.Runs[0];
        var random = new System.Random(5);
        // Some of the architectures in another order; scores in few values, some undefined.
        int[] rows = [.. Enumerable.Range(0, run.Architectures.Count).Where(i => i % 4 != 0).Reverse()];
        double?[] scores =
        [
            .. rows.Select(row =>
                random.Next(6) == 0 ? (double?)null : Math.Round((run.Accuracies[row] + random.Next(30)) / 4)
            ),
        ];
        var text = new StringBuilder("mine:lower,architecture\r\n");
        for (var i = 0; i < rows.Length; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{-scores[i]},\"{run.Architectures[rows[i]].Text}\"\r\n"
            );
        }

        await using var page = await chromium.OpenAsync(leaderboard.Path);
        await Give(page, text.ToString());
        var row = page.View.Locator("#board-table tr.own");
        var tau = JsonSerializer.Deserialize<double?[]>((await row.GetAttributeAsync("data-tau"))!)!;
        for (var t = 1; t <= 2; t++)
        {
            var accuracies = leaderboard.Analysis.Tasks[t].Runs[0].Accuracies;
            var sample = new Sample(
                [.. scores.Select(score => score ?? double.NegativeInfinity)],
                [.. rows.Select(i => accuracies[i])]
            );
            Assert.Equal(new KendallTauB().Compute(sample).Value!.Value, tau[t]!.Value, 1e-12);
        }

        Assert.Null(tau[0]);
        // A row without a rank changes no rank, so the intervals stay.
        Assert.Matches(@"\[\d\.\d\d, \d\.\d\d\]", await page.Text("#board-table tbody tr"));
        Assert.Contains("n 30", await row.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Without a rank", await page.Text("#board-note"), StringComparison.Ordinal);
        await page.View.ClickAsync("#own-tasks");
        Assert.False(await page.View.IsCheckedAsync("[data-space=nasbenchmacro]"));
        Assert.DoesNotContain("–", (await row.InnerTextAsync()).Split('\t')[2], StringComparison.Ordinal);
        await page.View.ClickAsync("#own-remove");
        Assert.Equal(0, await row.CountAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_answered_by_a_sentence()
    {
        await using var page = await chromium.OpenAsync(leaderboard.Path);
        var known = leaderboard.Analysis.Tasks[0].Runs[0].Architectures[0].Text;
        foreach (
            var (text, answer) in new[]
            {
                (
                    $"architecture,mine\n{known},1\n",
                    "Column 'mine' of own.csv does not say which end is good"
                ),
                ("architecture,mine:higher\nnobody,1\n", "None of the 1 architectures of own.csv"),
                ($"cell,mine:higher\n{known},1\n", "own.csv has no column 'architecture'"),
                ($"architecture\n{known}\n", "own.csv has no column of scores"),
                ($"architecture,mine:higher\n{known},high\n", "'high' in column 'mine:higher' is no number"),
                ($"architecture,mine:higher\n{known},1\n{known},2\n", $"own.csv lists '{known}' twice"),
                ($"architecture,mine:higher\n{known}\n", "Line 2 of own.csv has 1 fields"),
            }
        )
        {
            await Give(page, text);
            Assert.Contains(answer, await page.Text("#own-message"), StringComparison.Ordinal);
            Assert.Equal(0, await page.View.Locator("#board-table tr.own").CountAsync());
        }

        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_name_opens_formula_and_paper_and_headings_sort()
    {
        await using var page = await chromium.OpenAsync(leaderboard.Path);
        await page.View.ClickAsync("#board-table [data-key=wot] button");
        Assert.Equal("d", await page.View.Locator(".card-row a").GetAttributeAsync("href"));
        Assert.Contains("nasbench201/cifar100", await page.Text(".card-row"), StringComparison.Ordinal);
        await page.View.ClickAsync("#board-table [data-key=wot] button");
        await page.View.ClickAsync("[data-sort=id]");
        Assert.Equal(
            leaderboard.Analysis.Proxies.Select(proxy => proxy.Id).Order(StringComparer.Ordinal),
            (await Ranked(page)).Select(line => line.Split(' ')[0])
        );
        Assert.Empty(page.Complaints);
    }

    // Waits until the file was read: every answer begins with, or has, its name.
    private static async Task Give(OpenPage page, string text)
    {
        await page.View.EvaluateAsync("document.getElementById('own-message').textContent = ''");
        await page.View.SetInputFilesAsync(
            "#own-file",
            new FilePayload
            {
                Name = "own.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes(text),
            }
        );
        await page.View.WaitForFunctionAsync(
            "document.getElementById('own-message').textContent.includes('own.csv')"
        );
    }

    private static async Task<string[]> Ranked(OpenPage page) =>
        await page.View.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('#board-table tr[data-key]')]"
                + ".map(row => `${row.dataset.key} ${row.cells[2].firstChild.textContent}`)"
        );

    private List<string> Expected(int[] tasks, Func<string, bool> isShown)
    {
        var proxies = leaderboard.Analysis.Proxies.Where(proxy => isShown(proxy.Id)).ToList();
        var blocks = tasks.Select(t => (double[])[.. proxies.Select(proxy => proxy.TaskTau[t])]);
        return
        [
            .. BlockRanks
                .Of([.. blocks])
                .Means.Zip(proxies)
                .OrderBy(item => item.First)
                .ThenByDescending(item => tasks.Average(t => item.Second.TaskTau[t]))
                .Select(item =>
                    string.Create(CultureInfo.InvariantCulture, $"{item.Second.Id} {item.First:0.00}")
                ),
        ];
    }
}
