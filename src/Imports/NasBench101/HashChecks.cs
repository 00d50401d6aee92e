using ZcBench.Benchmarks.NasBench101;

namespace ZcBench.Imports.NasBench101;

/// <summary>
/// Compares cells with the hashes that their records give. Hashing takes longer than reading, so it goes on
/// beside it, one batch at a time.
/// </summary>
internal sealed class HashChecks
{
    private const int Batch = 2048;
    private List<(Cell Cell, string Hash, long Offset)> _waiting = [];
    private Task<(string Hash, string Own, long Offset)?> _running = Task.FromResult<(
        string Hash,
        string Own,
        long Offset
    )?>(null);

    /// <summary>
    /// The first record found so far whose hash is not its cell's, with both hashes and its byte.
    /// </summary>
    public (string Hash, string Own, long Offset)? Fault { get; private set; }

    /// <summary>Has a cell checked, soon.</summary>
    public void Add(Cell cell, string hash, long offset)
    {
        _waiting.Add((cell, hash, offset));
        if (_waiting.Count == Batch)
        {
            Finish();
            var batch = _waiting;
            _waiting = new(Batch);
            _running = Task.Run(() => Check(batch));
        }
    }

    /// <summary>Checks what is left.</summary>
    public void FinishAll()
    {
        Finish();
        Fault ??= Check(_waiting);
    }

    private void Finish() => Fault ??= _running.GetAwaiter().GetResult();

    private static (string Hash, string Own, long Offset)? Check(
        List<(Cell Cell, string Hash, long Offset)> batch
    )
    {
        foreach (var (cell, hash, offset) in batch)
        {
            if (GraphHash.Of(cell) is var own && own != hash)
            {
                return (hash, own, offset);
            }
        }

        return null;
    }
}
