using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace ZcBench.Cli.Tests;

/// <summary>
/// The interface for programs: the documents, their schemas, and the sample in docs/python.md.
/// </summary>
public sealed class PythonTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("python").FullName;

    public PythonTests() =>
        Ok(
            "run",
            "--sample",
            "16",
            "--batch",
            "4",
            "--proxies",
            "wot,params",
            "--out",
            "runs/c10",
            "--no-report"
        );

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_documents_are_what_their_schemas_say()
    {
        const string Dead = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";
        Valid(
            "score.json",
            Ok("score", "--arch", Dead, "--proxies", "wot,params,synflow", "--batch", "4", "--json")
        );
        Valid("stats.json", Ok("stats", "runs/c10", "--resamples", "40", "--json"));
        File.WriteAllText(
            Path.Combine(_folder, "mine.csv"),
            "index,mine:lower\n" + string.Concat(Enumerable.Range(0, 256).Select(row => $"{row},{row}\n"))
        );
        Valid("stats.json", Ok("stats", "runs/c10", "--resamples", "1", "--json", "--with", "mine.csv"));
    }

    [Fact]
    public void Status_is_a_document_too()
    {
        Ok("run", "--sample", "5", "--proxies", "params", "--out", "runs/all", "--shard", "1/2");
        var document = Ok("status", "runs/c10", "runs/all", "--json");
        Valid("status.json", document);
        Assert.Equal(
            """
            {"runs":[{"run":"runs/c10","finished":16,"architectures":16,"shards":[]},
            {"run":"runs/all","finished":3,"architectures":5,"shards":[
            {"shard":"1/2","has_begun":true,"finished":3,"architectures":3},
            {"shard":"2/2","has_begun":false,"finished":0,"architectures":2}]}]}
            """.ReplaceLineEndings(""),
            JsonNode.Parse(document)!.ToJsonString()
        );
    }

    [Fact]
    public void A_schema_refuses_what_it_does_not_describe()
    {
        Assert.False(Schema("score.json").Evaluate(Parsed("{\"architecture\": 1, \"scores\": {}}")).IsValid);
        var stats = JsonNode.Parse(Ok("stats", "runs/c10", "--resamples", "40", "--json"))!;
        Assert.False(Schema("status.json").Evaluate(Parsed("{\"runs\": [{\"run\": \"a\"}]}")).IsValid);
        stats["populations"]![0]!["proxies"]![0]!["spearman_rho"]!["value"] = "NaN";
        Assert.False(Schema("stats.json").Evaluate(Parsed(stats.ToJsonString())).IsValid);
    }

    [Fact]
    public void The_sample_of_the_docs_runs_in_a_notebook_with_pandas()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "python.md"));
        var sample = text.Split("```python\n")[1].Split("```")[0];
        Assert.InRange(sample.Split('\n').Count(line => line.Trim().Length > 0), 5, 10);
        var program = Path.Combine(AppContext.BaseDirectory, "zcbench.dll");
        File.WriteAllText(
            Path.Combine(_folder, "sample.py"),
            sample.Replace("[\"zcbench\",", $"[\"dotnet\", r\"{program}\",", StringComparison.Ordinal)
        );
        var (code, output, error) = Python("sample.py");
        Assert.SkipWhen(
            code != 0 && error.Contains("No module named 'pandas'", StringComparison.Ordinal),
            "pandas is not installed"
        );
        Assert.True(code == 0, error);
        Assert.Contains("synflow", output, StringComparison.Ordinal);
        Assert.Contains("tau", output, StringComparison.Ordinal);
    }

    private (int Code, string Output, string Error) Python(string file)
    {
        try
        {
            return Zcbench.RunOther(_folder, "python3", file);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed");
            throw;
        }
    }

    private static JsonSchema Schema(string name) =>
        JsonSchema.FromText(File.ReadAllText(Path.Combine(Repository.Root, "docs", "schema", name)));

    private static void Valid(string schema, string document)
    {
        var result = Schema(schema)
            .Evaluate(Parsed(document), new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(
            result.IsValid,
            string.Join(
                "; ",
                (result.Details ?? [])
                    .Where(item => item.Errors is not null)
                    .Select(item => $"{item.InstanceLocation}: {string.Join(", ", item.Errors!.Values)}")
            )
        );
    }

    private static JsonElement Parsed(string json) => JsonDocument.Parse(json).RootElement;

    private string Ok(params string[] command)
    {
        var (code, output, error) = Zcbench.Run(_folder, command);
        Assert.True(code == 0, error);
        return output;
    }
}
