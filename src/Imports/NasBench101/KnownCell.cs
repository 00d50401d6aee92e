using ZcBench.Benchmarks;

namespace ZcBench.Imports.NasBench101;

/// <summary>A cell that a record has named, and how many trainings of it were read.</summary>
internal sealed class KnownCell(Architecture architecture, long parameters, ulong graph)
{
    private readonly List<(int Epochs, int Repeats)> _trainings = [];

    /// <summary>The cell.</summary>
    public Architecture Architecture { get; } = architecture;

    /// <summary>Its trainable parameters.</summary>
    public long Parameters { get; } = parameters;

    /// <summary>
    /// The code of its graph as the first record spells it (<see cref="CellRecords.Code"/>).
    /// </summary>
    public ulong Graph { get; } = graph;

    /// <summary>Number of the next training over so many epochs, from 1.</summary>
    public int NextRepeat(int epochs)
    {
        var place = _trainings.FindIndex(training => training.Epochs == epochs);
        if (place < 0)
        {
            _trainings.Add((epochs, 1));
            return 1;
        }

        var repeat = _trainings[place].Repeats + 1;
        _trainings[place] = (epochs, repeat);
        return repeat;
    }
}
