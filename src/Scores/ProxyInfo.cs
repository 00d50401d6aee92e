using ZcBench.Benchmarks;

namespace ZcBench.Scores;

/// <summary>
/// What must be said of a proxy beside its number: who proposed it, which code it was checked against, which
/// end is good, what it was fed and what it has seen. Stored with the scores, so that a report needs nothing
/// else.
/// </summary>
public sealed record ProxyInfo
{
    /// <summary>Short name as papers write it, snake_case.</summary>
    public required string Id { get; init; }

    /// <summary>One line for people.</summary>
    public required string Title { get; init; }

    /// <summary>The definition in plain Unicode, as it is computed here.</summary>
    public required string Formula { get; init; }

    /// <summary>Who proposed it.</summary>
    public required Citation Paper { get; init; }

    /// <summary>
    /// The implementation whose values this one reproduces, or how the values are checked instead.
    /// </summary>
    public required string Reference { get; init; }

    /// <summary>Which end of the scale is good.</summary>
    public required Direction Direction { get; init; }

    /// <summary>What it feeds the network.</summary>
    public required InputKind Input { get; init; }

    /// <summary>How it draws weights.</summary>
    public required InitKind Init { get; init; }

    /// <summary>
    /// Whether the way it draws weights is part of its definition, so that --init leaves it alone.
    /// </summary>
    public bool InitIsDefinition { get; init; }

    /// <summary>
    /// Whether single precision does not carry it, so that it is computed in double precision whatever the
    /// run asks for.
    /// </summary>
    public bool NeedsDouble { get; init; }

    /// <summary>
    /// How batch normalisation behaves while it looks: by the batch, by each sample, frozen, or not at all.
    /// </summary>
    public string BatchNorm { get; init; } = "";

    /// <summary>Which layers it reads. May be empty.</summary>
    public string Layers { get; init; } = "";

    /// <summary>The most informative thing it sees.</summary>
    public required LabelBudget LabelBudget { get; init; }

    /// <summary>
    /// Grows whenever the same input would give another number; scores of versions never mix.
    /// </summary>
    public required int Version { get; init; }

    /// <summary>What it costs, in passes through the network.</summary>
    public required string Cost { get; init; }

    /// <summary>
    /// What a user should know: traps, decisions, how it differs from its paper. May be empty.
    /// </summary>
    public string Notes { get; init; } = "";

    /// <summary>The card of the same proxy of networks after some training, which sees labels.</summary>
    public ProxyInfo After(TrainingBudget budget) =>
        this with
        {
            Id = budget.Of(Id),
            Title = $"{Title}, after {budget.Words} of training",
            Init = InitKind.Default,
            InitIsDefinition = true,
            LabelBudget = (LabelBudget)Math.Max((int)LabelBudget, (int)LabelBudget.Labels),
            Cost = $"{budget.Words} of training; then: {Cost}",
        };
}
