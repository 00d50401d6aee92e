using System.Text.Json.Nodes;
using ZcBench.Reports.Figures;
using ZcBench.Reports.Page;
using ZcBench.Reports.Runs;
using ZcBench.Reports.Statistics.Resampling;
using ZcBench.Reports.Tests.Runs;

namespace ZcBench.Page.Tests;

/// <summary>The page of a run of the embedded table with three made-up proxies and one figure.</summary>
public sealed class ReportFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("page").FullName;

    public ReportFile() => Path = Write(TestRun.Of(
        TestRun.Noisy("good", 5, seed: 1), TestRun.Noisy("fair", 60, seed: 2), TestRun.Noisy("poor", 900, seed: 3)));

    public string Path { get; }

    internal static Figure Figure { get; } = new(
        "two_bars", "Two bars", "Two bars of a figure.",
        (JsonObject)JsonNode.Parse("""
            {
              "$schema": "https://vega.github.io/schema/vega-lite/v6.json", "width": 300, "height": 100,
              "data": { "values": [{ "name": "a", "value": 1 }, { "name": "b", "value": 2 }] }, "mark": "bar",
              "encoding": { "x": { "field": "value", "type": "quantitative" }, "y": { "field": "name", "type": "nominal" } }
            }
            """)!,
        "name,value\na,1\nb,2\n");

    internal string Write(ScoredRun run, string name = "")
    {
        var subject = ReportSubject.Of([run], [], new Bootstrap(50));
        return ReportPage.Write(subject, [Figure], System.IO.Path.Combine(_folder, name));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
