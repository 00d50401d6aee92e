using System.Text;

namespace ZcBench.Imports.Pickles;

/// <summary>
/// The classes and functions that the official files name: everything else is refused. Nothing of Python's is
/// run; each entry says what stands for the object.
/// </summary>
internal static class PickleGlobals
{
    private static readonly string[] Storages =
    [
        "Float",
        "Double",
        "Half",
        "BFloat16",
        "Long",
        "Int",
        "Short",
        "Char",
        "Byte",
        "Bool",
        "Untyped",
    ];

    private static readonly Dictionary<(string, string), PickleGlobal> Known = All()
        .ToDictionary(item => (item.Module, item.Name));

    /// <summary>The one of that name; null where it is not allowed.</summary>
    public static PickleGlobal? Find(string module, string name) => Known.GetValueOrDefault((module, name));

    private static IEnumerable<PickleGlobal> All()
    {
        yield return new("collections", "OrderedDict", Dict);
        yield return new(
            "_codecs",
            "encode",
            arguments => arguments is [string text, "latin1"] ? Encoding.Latin1.GetBytes(text) : null
        );
        foreach (var module in new[] { "builtins", "__builtin__" })
        {
            yield return new(module, "dict", Dict);
            yield return new(
                module,
                "list",
                arguments =>
                    arguments is [] ? new List<object?>()
                    : arguments is [List<object?> items] ? items
                    : null
            );
            yield return new(module, "set", Set);
            yield return new(module, "frozenset", Set);
            foreach (var type in new[] { "int", "float", "str", "bool", "tuple" })
            {
                yield return new(module, type, null);
            }
        }

        // A defaultdict's first argument says what it makes of missing keys.
        yield return new(
            "collections",
            "defaultdict",
            arguments => arguments is [PickleGlobal or null] or [] ? new PickleDict() : null
        );
        foreach (var module in new[] { "numpy.core.multiarray", "numpy._core.multiarray" })
        {
            yield return new(
                module,
                "scalar",
                arguments => arguments is [NumPyType type, byte[] bytes] ? type.Scalar(bytes) : null
            );
            yield return new(module, "_reconstruct", _ => new PickleOpaque("a NumPy array"));
        }

        yield return new("numpy", "ndarray", null);
        yield return new(
            "numpy",
            "dtype",
            arguments => arguments is [string { Length: <= 8 } code, ..] ? new NumPyType(code) : null
        );
        yield return new("torch", "Size", arguments => arguments is [object?[] sizes] ? sizes : null);
        foreach (var function in new[] { "_rebuild_tensor", "_rebuild_tensor_v2", "_rebuild_parameter" })
        {
            yield return new("torch._utils", function, _ => new PickleOpaque("a tensor"));
        }

        foreach (var storage in Storages)
        {
            yield return new("torch", storage + "Storage", null);
        }

        yield return new("torch.storage", "UntypedStorage", null);
        yield return new("torch.storage", "TypedStorage", null);
    }

    private static PickleSet? Set(object?[] arguments) =>
        arguments switch
        {
            [] => new([]),
            [List<object?> items] => new(items),
            [object?[] items] => new([.. items]),
            _ => null,
        };

    // Empty, or of a list of pairs: as tuples, or as lists of two, which is how Python 2 wrote it.
    private static PickleDict? Dict(object?[] arguments)
    {
        var dict = new PickleDict();
        if (arguments is [])
        {
            return dict;
        }

        if (arguments is not [List<object?> pairs])
        {
            return null;
        }

        foreach (var pair in pairs)
        {
            switch (pair)
            {
                case object?[] { Length: 2 } tuple:
                    dict.Add(tuple[0], tuple[1]);
                    break;
                case List<object?> { Count: 2 } list:
                    dict.Add(list[0], list[1]);
                    break;
                default:
                    return null;
            }
        }

        return dict;
    }
}
