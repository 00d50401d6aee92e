using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using ZcBench.Benchmarks;
using ZcBench.Proxies.Probe;

namespace ZcBench.Proxies;

/// <summary>
/// Proxies from a class library that is not part of this program: sealed classes that implement
/// <see cref="IProxy"/> and have a constructor without parameters, as in the program's own catalogue. The
/// library is code, and runs with the rights of the user.
/// </summary>
public static class Plugin
{
    private static ImmutableHashSet<Assembly> _loaded = [];

    /// <summary>Loads a library and adds its proxies to <see cref="ProxyCatalogue"/>.</summary>
    /// <param name="path">Path of the .dll; what it needs besides is looked for beside it.</param>
    /// <exception cref="UserError">
    /// It is not there, no library of .NET, made for another zcbench, has no proxy, or one of them cannot be
    /// created or has an id that is taken.
    /// </exception>
    public static void Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new UserError($"--plugin {path} was not found; give the path of a .dll");
        }

        try
        {
            var full = Path.GetFullPath(path);
            var needs = new AssemblyDependencyResolver(full);
            AssemblyLoadContext.Default.Resolving += (context, name) =>
                needs.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
            var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(full);
            if (ProxyCatalogue.Add(assembly) == 0)
            {
                throw new UserError(
                    $"--plugin {path} has no proxy: no public sealed class in it implements IProxy"
                );
            }

            ImmutableInterlocked.Update(ref _loaded, all => all.Add(assembly));
        }
        catch (BadImageFormatException fault)
        {
            throw new UserError($"--plugin {path} is no class library of .NET; give the path of one", fault);
        }
        catch (Exception fault)
            when (fault is ReflectionTypeLoadException or TypeLoadException or MissingMemberException)
        {
            throw new UserError(
                $"--plugin {path} was made for another version of zcbench; build it against this one",
                fault
            );
        }
        catch (InvalidOperationException fault)
        {
            throw new UserError($"--plugin {path}: {fault.Message}", fault);
        }
        catch (TargetInvocationException fault)
        {
            throw new UserError(
                $"--plugin {path}: a proxy cannot be created: {fault.InnerException?.Message}",
                fault
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"--plugin {path} cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Whether the class of a proxy comes from a library that was loaded.</summary>
    internal static bool Has(IProxy proxy) =>
        _loaded.Contains((proxy is TrainedProxy trained ? trained.Proxy : proxy).GetType().Assembly);
}
