using ZcBench.Statistics;

namespace ZcBench.Reports.Analysis;

/// <summary>How alike two sets of scores order the architectures that both score.</summary>
/// <param name="Ours">Id of our proxy.</param>
/// <param name="Theirs">Name in the published file.</param>
/// <param name="Common">Architectures with a score in both.</param>
/// <param name="Rho">Spearman's ρ between the scores, ours turned so that higher is better.</param>
/// <param name="Tau">Kendall's τ-b between them.</param>
public sealed record Agreement(string Ours, string Theirs, int Common, Estimate Rho, Estimate Tau);
