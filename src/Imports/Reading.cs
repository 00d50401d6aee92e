using ZcBench.Imports.Sources;

namespace ZcBench.Imports;

/// <summary>One file on its way through a format.</summary>
/// <param name="File">Path and length.</param>
/// <param name="Request">What the user asked for.</param>
/// <param name="Advance">Told the bytes read; throws when the import is to stop.</param>
/// <param name="LeaveOut">Told what of the file is left out, and why.</param>
/// <param name="Note">Told what a reader of the table must know of this file.</param>
internal sealed record Reading(
    SourceFile File,
    ImportRequest Request,
    Action<int> Advance,
    Action<string> LeaveOut,
    Action<string> Note
)
{
    /// <summary>Path of the file.</summary>
    public string Path => File.Path;

    /// <summary>The file from its beginning.</summary>
    public SourceStream Open() => new(Path, Advance);
}
