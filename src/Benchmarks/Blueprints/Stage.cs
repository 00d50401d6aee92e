namespace ZcBench.Benchmarks.Blueprints;

/// <summary>A named feature map between the parts of a network: its stem and each of its cells.</summary>
/// <param name="Name">"stem", "cell00", ...</param>
/// <param name="Step">Index of the step that yields it.</param>
public sealed record Stage(string Name, int Step);
