namespace ZcBench.Proxies.Engine;

/// <summary>Why a libtorch is the one in use; an earlier one goes first.</summary>
public enum LibtorchOrigin
{
    /// <summary>The environment variable LIBTORCH names its folder.</summary>
    Variable,

    /// <summary>The program carries it.</summary>
    Program,

    /// <summary>The package that the program was built with.</summary>
    Package,

    /// <summary>The system's loader finds it, as LD_LIBRARY_PATH lets it.</summary>
    Loader,
}
