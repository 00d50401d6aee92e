namespace ZcBench.Imports;

/// <summary>A file or folder that was read.</summary>
/// <param name="Name">Its name without folders.</param>
/// <param name="Format">What kind of file it is.</param>
/// <param name="Files">How many files.</param>
/// <param name="Bytes">Their length.</param>
/// <param name="Sha256">
/// Lower-case hexadecimal; for a folder that of the text with a line "sha256  name" for each file by name, as
/// sha256sum prints it.
/// </param>
public sealed record ImportedSource(string Name, string Format, int Files, long Bytes, string Sha256);
