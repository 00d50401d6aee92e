using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Scores.Tests;

public sealed class RunManifestTests : IDisposable
{
    private static readonly Target Test = new("cifar10", Split.Test, 200);
    private readonly string _folder = Directory.CreateTempSubdirectory("manifest").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_manifest_without_strata_does_not_mention_them()
    {
        Plain.Save(_folder);
        Assert.DoesNotContain("strat", Text, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("  \"sampleSeed\": 7\n}\n", Text, StringComparison.Ordinal);
        Assert.Null(RunManifest.Load(_folder).StratifiedBy);
    }

    [Fact]
    public void Strata_are_kept()
    {
        (Plain with { StratifiedBy = Test }).Save(_folder);
        Assert.Equal(Test, RunManifest.Load(_folder).StratifiedBy);
    }

    [Fact]
    public void Rows_are_those_of_the_strata_whatever_the_target_is()
    {
        var table = KnownTables.Open(KnownTables.Default);
        var manifest = Plain with { StratifiedBy = Test };
        var other = manifest with { Target = Test with { Dataset = "cifar100" } };
        Assert.Equal(new ArchitectureSample(60, 7, Test).Rows(table), manifest.Rows(table));
        Assert.Equal(manifest.Rows(table), other.Rows(table));
        Assert.NotEqual(manifest.Rows(table), Plain.Rows(table));
    }

    [Fact]
    public void Strata_without_a_sample_are_damage()
    {
        (Plain with { StratifiedBy = Test, Sample = null }).Save(_folder);
        Assert.Contains(
            "is damaged",
            Assert.Throws<UserError>(() => RunManifest.Load(_folder)).Message,
            StringComparison.Ordinal
        );
    }

    private string Text => File.ReadAllText(Path.Combine(_folder, RunManifest.FileName));

    private static RunManifest Plain =>
        new(
            "0.1.0",
            "nasbench201",
            KnownTables.Default,
            new string('a', 64),
            Test,
            60,
            StoreExamples.Protocol,
            ["params", "wot"],
            "libtorch",
            7
        );
}
