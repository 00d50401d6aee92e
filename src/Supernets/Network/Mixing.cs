using ZcBench.Proxies.Engine;

namespace ZcBench.Supernets.Network;

/// <summary>How the operations of a weight-sharing network are mixed in a pass.</summary>
/// <param name="Weights">θ [edges, operations]; what is not live is not read.</param>
/// <param name="Live">What is computed at all.</param>
internal sealed record Mixing(Tensor Weights, LiveOperations Live)
{
    /// <summary>Softmax over the live operations of each edge, exactly 0 for the others.</summary>
    public static Mixing Softmax(Tensor logits, LiveOperations live)
    {
        using var dead = live.DeadMask(logits.device);
        using var masked = logits.masked_fill(dead, Scalars.Of(double.NegativeInfinity));
        return new(masked.softmax(1), live);
    }

    /// <summary>Weight 1 for one operation of each edge.</summary>
    /// <param name="live">Exactly one operation on each edge.</param>
    /// <param name="like">A tensor of the same type and device.</param>
    public static Mixing OneHot(LiveOperations live, Tensor like)
    {
        using var dead = live.DeadMask(like.device);
        using var alive = dead.logical_not();
        return new(alive.to(like.dtype), live);
    }
}
