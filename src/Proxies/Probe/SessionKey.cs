using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// What tells the sessions of one architecture apart: how weights are drawn, what is fed, how exact they are.
/// </summary>
/// <param name="Init">How weights are drawn.</param>
/// <param name="Input">What is fed; what needs no minibatch of its own joins the run's.</param>
/// <param name="IsWidened">
/// Whether it is in double precision where the run asks for single precision.
/// </param>
internal sealed record SessionKey(InitKind Init, InputKind Input, bool IsWidened)
{
    /// <summary>The session a proxy belongs to under settings.</summary>
    public static SessionKey Of(ProxyInfo proxy, ProbeSettings settings) =>
        Of(proxy, settings.Init, settings.BatchIsNoise, isSingle: settings.Placement.DType == torch.float32);

    /// <summary>
    /// The session a proxy belongs to on trained networks, whose weights are one and the same for all.
    /// </summary>
    public static SessionKey OfTrained(ProxyInfo proxy, ProbeSettings settings) =>
        Of(proxy, settings) with
        {
            Init = InitKind.Default,
        };

    /// <summary>The session a proxy belongs to.</summary>
    /// <param name="proxy">The proxy.</param>
    /// <param name="forced">One initialisation for all that leave it open; null for each its own.</param>
    /// <param name="batchIsNoise">
    /// Whether the run's minibatch is the very noise that some proxies ask for.
    /// </param>
    /// <param name="isSingle">Whether the run asks for single precision.</param>
    public static SessionKey Of(ProxyInfo proxy, InitKind? forced, bool batchIsNoise, bool isSingle)
    {
        var init = proxy.Init switch
        {
            InitKind.None => forced ?? InitKind.Default,
            _ when proxy.InitIsDefinition => proxy.Init,
            _ => forced ?? proxy.Init,
        };
        var joins =
            proxy.Input is InputKind.None or InputKind.Ones
            || (proxy.Input == InputKind.Noise && batchIsNoise);
        return new(init, joins ? InputKind.Minibatch : proxy.Input, isSingle && proxy.NeedsDouble);
    }
}
