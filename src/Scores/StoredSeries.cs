namespace ZcBench.Scores;

/// <summary>The scores of one version of a proxy under one protocol.</summary>
/// <param name="Proxy">Card of that version.</param>
/// <param name="Protocol">How they were measured.</param>
public sealed record StoredSeries(ProxyInfo Proxy, Protocol Protocol);
