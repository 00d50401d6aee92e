namespace ZcBench.Scores.Tests;

/// <summary>A proxy and a protocol to store scores of.</summary>
internal static class StoreExamples
{
    public static Protocol Protocol { get; } = new(0, "cifar10", "noise", 4, "published", "float32", "cpu");

    public static ProxyInfo Proxy { get; } =
        new()
        {
            Id = "p",
            Title = "a proxy",
            Formula = "1",
            Paper = new("A", "T", "V", "L"),
            Reference = "none",
            Direction = Direction.HigherIsBetter,
            Input = InputKind.None,
            Init = InitKind.None,
            LabelBudget = LabelBudget.Structure,
            Version = 1,
            Cost = "none",
        };
}
