using System.Collections.Immutable;
using System.Reflection;

namespace ZcBench.Benchmarks;

/// <summary>
/// Finds the stateless implementations of an interface in an assembly, so that adding one is adding one file
/// and no list names it a second time.
/// </summary>
public static class Catalogue
{
    /// <summary>
    /// One instance of every sealed class in <paramref name="assembly"/> that implements
    /// <typeparamref name="T"/> and has a public parameterless constructor, sorted by id.
    /// </summary>
    /// <exception cref="InvalidOperationException">Two classes claim one id; both are named.</exception>
    public static ImmutableSortedDictionary<string, T> Scan<T>(Assembly assembly, Func<T, string> id)
        where T : class
    {
        var items = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (
            var type in assembly
                .GetTypes()
                .Where(type =>
                    type.IsSealed && typeof(T).IsAssignableFrom(type) && type.GetConstructor([]) is not null
                )
        )
        {
            var item = (T)Activator.CreateInstance(type)!;
            if (items.TryGetValue(id(item), out var other))
            {
                throw new InvalidOperationException(
                    $"id '{id(item)}' is claimed by both {other.GetType()} and {type}; rename one"
                );
            }

            items.Add(id(item), item);
        }

        return items.ToImmutable();
    }
}
