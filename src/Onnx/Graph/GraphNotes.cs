using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ZcBench.Onnx.Files;

namespace ZcBench.Onnx.Graph;

/// <summary>What this program notes in a file that it writes, and ONNX has no place for.</summary>
/// <param name="Stages">The stages of the network in order.</param>
/// <param name="InputOutDegree">Edges out of the input of the searched cell.</param>
internal sealed record GraphNotes(ImmutableArray<NamedStage> Stages, int? InputOutDegree)
{
    /// <summary>Key of the stages.</summary>
    public const string StagesKey = "zcbench.stages";

    /// <summary>Key of the edges out of a cell's input.</summary>
    public const string DegreeKey = "zcbench.input_out_degree";

    /// <summary>What a model notes; nothing where it is not of this program.</summary>
    /// <exception cref="InvalidDataException">The notes are damaged.</exception>
    public static GraphNotes Of(OnnxModel model)
    {
        try
        {
            return new(
                model.Metadata.TryGetValue(StagesKey, out var stages)
                    ?
                    [
                        .. JsonSerializer
                            .Deserialize<string[][]>(stages)!
                            .Select(stage =>
                                stage is [{ } name, { } value, { } last]
                                    ? new NamedStage(name, value, last)
                                    : throw new InvalidDataException("a stage is damaged")
                            ),
                    ]
                    : [],
                model.Metadata.TryGetValue(DegreeKey, out var degree)
                    ? int.Parse(degree, NumberStyles.None, CultureInfo.InvariantCulture)
                    : null
            );
        }
        catch (Exception fault)
            when (fault is JsonException or FormatException or OverflowException or NullReferenceException)
        {
            throw new InvalidDataException("the notes on its stages are damaged", fault);
        }
    }
}
