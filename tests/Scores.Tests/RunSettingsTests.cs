using System.Reflection;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Scores.Tests;

public sealed class RunSettingsTests
{
    private static readonly Target Target = new("cifar10", Split.Test, 200);

    private static readonly RunManifest Manifest = new(
        "1",
        "nasbench201",
        "t.csv",
        "0123456789abcdef",
        Target,
        8,
        StoreExamples.Protocol,
        ["wot"],
        "engine",
        Training: new("images:0123", 100, 10)
    );

    // What a run may add to, and where its table lies.
    private static readonly string[] NoSettings =
    [
        nameof(RunManifest.Version),
        nameof(RunManifest.Table),
        nameof(RunManifest.Proxies),
        nameof(RunManifest.Engine),
    ];

    public static TheoryData<string> Settings { get; } =
    [
        .. Names(typeof(RunManifest)).Except([.. NoSettings, "Target", "Protocol", "Training"]),
        .. Names(typeof(Target)).Select(name => $"Target.{name}"),
        .. Names(typeof(Protocol)).Select(name => $"Protocol.{name}"),
        .. Names(typeof(TrainingRecipe)).Select(name => $"Training.{name}"),
    ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_setting_that_differs_is_named_with_both_values(string path)
    {
        var difference = Assert.Single(RunSettings.Differences(Manifest, Changed(Manifest, path.Split('.'))));
        Assert.NotEqual(difference.First, difference.Second);
    }

    [Fact]
    public void What_a_run_may_add_to_is_no_difference()
    {
        Assert.All(
            NoSettings.Except([nameof(RunManifest.Proxies)]),
            name => Assert.Empty(RunSettings.Differences(Manifest, Changed(Manifest, [name])))
        );
        Assert.Empty(RunSettings.Differences(Manifest, Manifest with { Proxies = [], Training = null }));
    }

    [Fact]
    public void The_parts_of_a_text_are_settings_of_their_own()
    {
        var other = Manifest with
        {
            Protocol = Manifest.Protocol with
            {
                Dataset = "cifar10@16@C8@L4",
                Input = "texture, seed 7",
                Device = "cuda, population 32",
            },
        };
        Assert.Equal(
            [
                "--image-size was not given, now 16",
                "--channels was not given, now 8",
                "--cells was not given, now 4",
                "--images was noise, now texture",
                "--input-seed was not given, now 7",
                "--device was cpu, now cuda",
                "--population was 1, now 32",
            ],
            RunSettings.Differences(Manifest, other).Select(item => item.Before)
        );
    }

    private static IEnumerable<string> Names(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.SetMethod is not null)
            .Select(property => property.Name);

    private static T Changed<T>(T record, string[] path)
        where T : notnull
    {
        var copy = (T)record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        var property = record.GetType().GetProperty(path[0])!;
        var value = property.GetValue(record);
        property.SetValue(
            copy,
            path.Length > 1 ? Changed(value!, path[1..])
                : property.PropertyType == typeof(Target) ? Target
                : Other(value, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
        );
        return copy;
    }

    private static object Other(object? value, Type type) =>
        value switch
        {
            string text => "x" + text,
            int number => number + 1,
            long number => number + 1,
            double number => number + 1,
            bool flag => !flag,
            Split.Test => Split.Validation,
            null when type == typeof(string) => "x",
            null when type == typeof(Shard) => new Shard(1, 2),
            null => Convert.ChangeType(7, type, System.Globalization.CultureInfo.InvariantCulture),
            _ => throw new NotSupportedException($"no other value of {type}"),
        };
}
