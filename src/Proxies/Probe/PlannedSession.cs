using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>One network in one state.</summary>
/// <param name="Init">How its weights are drawn.</param>
/// <param name="Input">What it is fed.</param>
/// <param name="IsWidened">Whether it is in double precision though single precision is asked for.</param>
/// <param name="Training">How long it is trained before; null for not at all.</param>
/// <param name="Passes">What is observed on it, in the order of dependence.</param>
public sealed record PlannedSession(
    InitKind Init,
    InputKind Input,
    bool IsWidened,
    TrainingBudget? Training,
    IReadOnlyList<PlannedPass> Passes
);
