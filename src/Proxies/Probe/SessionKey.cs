using ZcBench.Scores;

namespace ZcBench.Proxies.Probe;

/// <summary>
/// What tells the sessions of one architecture apart: how weights are drawn and what is fed.
/// </summary>
/// <param name="Init">How weights are drawn.</param>
/// <param name="Input">What is fed; what needs no minibatch of its own joins the run's.</param>
internal sealed record SessionKey(InitKind Init, InputKind Input)
{
    /// <summary>The session a proxy belongs to under settings.</summary>
    public static SessionKey Of(ProxyInfo proxy, ProbeSettings settings) =>
        Of(proxy, settings.Init, settings.BatchIsNoise);

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
    public static SessionKey Of(ProxyInfo proxy, InitKind? forced, bool batchIsNoise)
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
        return new(init, joins ? InputKind.Minibatch : proxy.Input);
    }
}
