namespace ZcBench.Proxies.Population;

/// <summary>What batch norm multiplies the normalised values by and adds to them.</summary>
/// <param name="Scale">[G·C]; null for 1.</param>
/// <param name="Shift">[G·C]; null for 0.</param>
internal readonly record struct NormParameters(Tensor? Scale, Tensor? Shift);
