namespace ZcBench.Scores;

/// <summary>A setting in which one run differs from another.</summary>
/// <param name="Name">The option that sets it, or what it is where none does.</param>
/// <param name="First">What it is in the first run.</param>
/// <param name="Second">What it is in the second.</param>
public sealed record RunDifference(string Name, string First, string Second)
{
    /// <summary>For a folder that holds one run and is asked for another.</summary>
    public string Before => $"{Name} was {First}, now {Second}";

    /// <summary>For two runs side by side.</summary>
    public string Beside => $"{Name} is {First} and {Second}";
}
