namespace ZcBench.Imports.Tests;

/// <summary>A folder of a test's own, removed at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"zcbench-import-{Guid.NewGuid():N}");

    /// <summary>The table that <see cref="Import"/> writes.</summary>
    public string Table => this["table.csv"];

    public string this[string name] => Path.Combine(Root, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(this[name], content);
        return this[name];
    }

    public string Write(string name, string content) =>
        Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Imports a file or folder to <see cref="Table"/>.</summary>
    public ImportResult Import(
        string path,
        string? space = null,
        params (string Target, string Source)[] map
    ) =>
        Importer.Run(
            new([path], Table, space, map.ToDictionary(item => item.Target, item => item.Source)),
            null,
            TestContext.Current.CancellationToken
        );

    /// <summary>Whether a table, a description or a part of one is there.</summary>
    public bool HasOutput() => Directory.EnumerateFiles(Root, "table.*").Any();

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
