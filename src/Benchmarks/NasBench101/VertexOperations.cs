namespace ZcBench.Benchmarks.NasBench101;

/// <summary>Names and kernels of the vertex operations.</summary>
internal static class VertexOperations
{
    private static readonly string[] ShortNames = ["c3", "c1", "mp"];
    private static readonly string[] OfficialNames = ["conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"];

    /// <summary>The three operations in the benchmark's order.</summary>
    public static IReadOnlyList<VertexOperation> All { get; } = Enum.GetValues<VertexOperation>();

    /// <summary>The name used in the one-line form: c3, c1 or mp.</summary>
    public static string ShortName(this VertexOperation operation) => ShortNames[(int)operation];

    /// <summary>The benchmark's name, as in a specification's list of operations.</summary>
    public static string OfficialName(this VertexOperation operation) => OfficialNames[(int)operation];

    /// <summary>The operation of a short name, or null.</summary>
    public static VertexOperation? FromShortName(ReadOnlySpan<char> name) => Find(ShortNames, name);

    /// <summary>The operation of the benchmark's name, or null.</summary>
    public static VertexOperation? FromOfficialName(ReadOnlySpan<char> name) => Find(OfficialNames, name);

    /// <summary>Kernel size of a convolution in pixels; 0 for pooling.</summary>
    public static int Kernel(this VertexOperation operation) =>
        operation switch
        {
            VertexOperation.Conv3x3 => 3,
            VertexOperation.Conv1x1 => 1,
            _ => 0,
        };

    private static VertexOperation? Find(string[] names, ReadOnlySpan<char> name)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (name.SequenceEqual(names[i]))
            {
                return (VertexOperation)i;
            }
        }

        return null;
    }
}
