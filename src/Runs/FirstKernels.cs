using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Probe;

namespace ZcBench.Runs;

/// <summary>
/// Keeps two workers from being the first to compute the same convolution at the same time. libtorch's oneDNN
/// makes a kernel for each shape when it first meets it, and of two threads that make the same kernel for a
/// gradient one can be given a kernel of another kind, without the memory that this kind needs: the process
/// then ends, or last digits differ.
/// </summary>
internal sealed class FirstKernels
{
    private readonly bool _areKept;
    private readonly object _gate = new();
    private readonly HashSet<Kernel> _made = [];
    private readonly HashSet<Kernel> _inHand = [];

    /// <summary>A gate for the workers of one run.</summary>
    /// <param name="areKept">
    /// Whether a network always computes with the same kernels. Where several are scored at once, each
    /// mixture of them has its own.
    /// </param>
    public FirstKernels(bool areKept) => _areKept = areKept;

    /// <summary>What scoring some networks by some proxies computes with kernels of its own.</summary>
    public static IReadOnlySet<Kernel> Of(IReadOnlyList<Blueprint> networks, IReadOnlyList<IProxy> proxies)
    {
        var ids = string.Join(',', proxies.Select(proxy => proxy.Info.Id));
        return networks
            .SelectMany(network =>
                network.Steps.SelectMany(step =>
                    step.Operation switch
                    {
                        Convolution convolution =>
                        [
                            new Kernel(
                                convolution with
                                {
                                    Path = "",
                                    Bias = null,
                                },
                                network.Steps[step.Inputs[0]].Output,
                                ids
                            ),
                        ],
                        AveragePool pool => [new Kernel(pool, network.Steps[step.Inputs[0]].Output, ids)],
                        _ => (Kernel[])[],
                    }
                )
            )
            .ToHashSet();
    }

    /// <summary>
    /// Runs the work as soon as nobody else is making a kernel that it needs too. If it ends well, they are
    /// made.
    /// </summary>
    public void Within(IReadOnlySet<Kernel> kernels, Action work)
    {
        var mine = Take(kernels);
        var isMade = false;
        try
        {
            work();
            isMade = true;
        }
        finally
        {
            Return(mine, isMade);
        }
    }

    private List<Kernel> Take(IReadOnlySet<Kernel> kernels)
    {
        lock (_gate)
        {
            while (_inHand.Overlaps(kernels))
            {
                Monitor.Wait(_gate);
            }

            List<Kernel> mine = [.. kernels.Where(kernel => !_made.Contains(kernel))];
            _inHand.UnionWith(mine);
            return mine;
        }
    }

    private void Return(List<Kernel> mine, bool isMade)
    {
        lock (_gate)
        {
            _inHand.ExceptWith(mine);
            if (isMade && _areKept)
            {
                _made.UnionWith(mine);
            }

            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>A sliding window, whatever its weights are called, over values of one shape.</summary>
    /// <param name="Operation">The window.</param>
    /// <param name="Input">Shape of what it reads.</param>
    /// <param name="Proxies">For whom: which gradients are taken depends on them.</param>
    internal sealed record Kernel(IOperation Operation, Shape Input, string Proxies);
}
