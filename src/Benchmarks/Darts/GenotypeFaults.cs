namespace ZcBench.Benchmarks.Darts;

/// <summary>Says what is wrong with a text, and where.</summary>
/// <param name="text">The text.</param>
internal sealed class GenotypeFaults(string text)
{
    private const int Shown = 60;

    /// <summary>The refusal of what stands at an index.</summary>
    public UserError At(int index, string what) =>
        new(
            $"'{(text.Length <= Shown ? text : text[..Shown] + "…")}' is not a DARTS architecture: "
                + $"at character {index + 1} {what}; write normal:op~input+op~input/…:reduce:…, "
                + "Genotype(normal=…) or ((input, op), …) (docs/spaces.md)"
        );
}
