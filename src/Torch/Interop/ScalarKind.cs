namespace TorchSharp.Native;

/// <summary>The kinds of zct_scalar.</summary>
internal enum ScalarKind
{
    Real = 0,
    Integer = 1,
    Boolean = 2,
}
