namespace ZcBench.Benchmarks.Blueprints;

/// <summary>A named feature map between the parts of a network: its stem and each of its cells.</summary>
/// <param name="Name">"stem", "cell00", ...</param>
/// <param name="Step">Index of the step that yields it.</param>
/// <param name="Steps">
/// Indices of the steps that were written for it, dead ones included; its output is not among them when it
/// passes an earlier value on.
/// </param>
public sealed record Stage(string Name, int Step, Range Steps);
