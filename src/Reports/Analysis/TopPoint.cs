namespace ZcBench.Reports.Analysis;

/// <summary>What is found among the k architectures of highest score.</summary>
/// <param name="Depth">k.</param>
/// <param name="Accuracy">
/// Expected highest accuracy among them, in the unit of the metric; ties at the boundary in random order.
/// </param>
/// <param name="Found">Share of them that are among the k most accurate.</param>
public sealed record TopPoint(int Depth, double Accuracy, double Found);
