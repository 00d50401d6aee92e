namespace ZcBench.Supernets.Network;

/// <summary>What batch norm normalises by in a pass of a weight-sharing network.</summary>
internal enum BatchNormMode
{
    /// <summary>The batch; running statistics take it in: training.</summary>
    Training,

    /// <summary>The batch; running statistics stay as they are.</summary>
    Batch,

    /// <summary>Running statistics: evaluation.</summary>
    Running,
}
