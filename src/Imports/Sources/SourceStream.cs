using System.Buffers;
using System.Security.Cryptography;
using ZcBench.Benchmarks;

namespace ZcBench.Imports.Sources;

/// <summary>
/// A file read from its beginning to its end: tells progress, heeds the stop and, once <see cref="Finish"/>
/// has read what was left, knows the SHA-256 of every byte.
/// </summary>
internal sealed class SourceStream : ForwardStream
{
    private const int Block = 1 << 16;
    private readonly FileStream _file;
    private readonly string _path;
    private readonly Action<int> _advance;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Opens the file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="advance">Told the bytes of each reading; may throw to stop.</param>
    /// <exception cref="UserError">The file cannot be opened.</exception>
    public SourceStream(string path, Action<int> advance)
    {
        _path = path;
        _advance = advance;
        _file = SourceFile.Guarded(
            path,
            () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0)
        );
    }

    /// <summary>Reads to the end and returns the SHA-256 of the whole file, lower-case hexadecimal.</summary>
    public string Finish()
    {
        var block = ArrayPool<byte>.Shared.Rent(Block);
        while (Read(block) > 0) { }

        ArrayPool<byte>.Shared.Return(block);
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        try
        {
            count = _file.Read(buffer);
        }
        catch (IOException fault)
        {
            throw new UserError($"{_path} cannot be read: {fault.Message}", fault);
        }

        _hash.AppendData(buffer[..count]);
        _advance(count);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
