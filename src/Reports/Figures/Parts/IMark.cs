namespace ZcBench.Reports.Figures.Parts;

/// <summary>Something drawn in a panel, in the values of its axes: one record a kind.</summary>
public interface IMark;
