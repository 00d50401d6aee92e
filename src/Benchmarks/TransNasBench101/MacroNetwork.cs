using System.Collections.Immutable;

namespace ZcBench.Benchmarks.TransNasBench101;

/// <summary>
/// A network of the macro space: what each of its four to six modules does. The modules of all networks
/// together halve the resolution one to four times and double the channels one to three times.
/// </summary>
internal sealed class MacroNetwork
{
    /// <summary>Fewest modules.</summary>
    public const int MinModules = 4;

    /// <summary>Most modules.</summary>
    public const int MaxModules = 6;

    private const int MaxHalvings = 4;
    private const int MaxDoublings = 3;

    /// <summary>A list of modules, which need not be of the benchmark: see <see cref="Fault"/>.</summary>
    public MacroNetwork(ImmutableArray<Module> modules) => Modules = modules;

    /// <summary>The modules in order.</summary>
    public ImmutableArray<Module> Modules { get; }

    /// <summary>Why it is not of the benchmark, as a clause; null where it is.</summary>
    public string? Fault
    {
        get
        {
            var halvings = Modules.Count(module => module.Halves());
            var doublings = Modules.Count(module => module.Doubles());
            return Modules.Length is < MinModules or > MaxModules
                    ? $"it has {Modules.Length} modules, and {MinModules} to {MaxModules} are possible"
                : halvings is < 1 or > MaxHalvings
                    ? $"{halvings} of its modules halve the resolution (digits 3 and 4), "
                        + $"and 1 to {MaxHalvings} must"
                : doublings is < 1 or > MaxDoublings
                    ? $"{doublings} of its modules double the channels (digits 2 and 4), "
                        + $"and 1 to {MaxDoublings} must"
                : null;
        }
    }
}
