namespace ZcBench.Learned.Results;

/// <summary>What keeps the architectures that are learned from apart from those that are predicted.</summary>
public enum SplitKind
{
    /// <summary>
    /// No two that are one function of their input stand on both sides, so that nothing is predicted that
    /// was seen under another name.
    /// </summary>
    ByFunction,

    /// <summary>Only the architectures themselves differ, as most papers split.</summary>
    ByArchitecture,
}
