namespace ZcBench.Reports.Evidence;

/// <summary>
/// What is known of a proxy in one search space: how it ranks, beyond what, and for how much.
/// </summary>
/// <param name="Proxy">Its id.</param>
/// <param name="Space">Search space.</param>
/// <param name="Labels">Label budget, 0 (structure) to 5 (accuracies).</param>
/// <param name="Tasks">Datasets or tasks of the space that it was compared with.</param>
/// <param name="Architectures">Architectures scored.</param>
/// <param name="Tau">Kendall's τ-b with the accuracies, mean over the tasks.</param>
/// <param name="GivenSize">
/// Partial ρ given parameters and number of convolutions, mean over the tasks: what it knows beyond size;
/// null where it is undefined.
/// </param>
/// <param name="Gain">
/// τ-b less that of the best count of the graph on the task, mean over the tasks; null for none.
/// </param>
/// <param name="Milliseconds">Median time of one architecture; null where it is not known.</param>
internal sealed record ProxyEvidence(
    string Proxy,
    string Space,
    int Labels,
    int Tasks,
    int Architectures,
    double Tau,
    double? GivenSize,
    double? Gain,
    double? Milliseconds
);
