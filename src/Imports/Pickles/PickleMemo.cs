namespace ZcBench.Imports.Pickles;

/// <summary>
/// The objects that a pickle refers back to by number, 8 bytes each. Writers number them one after the other.
/// </summary>
internal sealed class PickleMemo
{
    private const int ChunkBits = 13;
    private const int Chunk = 1 << ChunkBits;
    private readonly List<object?[]> _chunks = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Sets a number that is there, or the next one.</summary>
    public void Set(int number, object? value)
    {
        if (number == Count)
        {
            Count++;
            if (number >> ChunkBits == _chunks.Count)
            {
                _chunks.Add(new object?[Chunk]);
            }
        }

        _chunks[number >> ChunkBits][number & (Chunk - 1)] = value;
    }

    /// <summary>The object of a number that is there.</summary>
    public object? Get(int number) => _chunks[number >> ChunkBits][number & (Chunk - 1)];
}
