using System.Text.Json;
using ZcBench.Benchmarks;

namespace ZcBench.Proxies.Tests;

/// <summary>A network of the golden files and what the references gave for it.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Space">Id of its search space.</param>
/// <param name="Text">Its architecture, in a form that the space reads.</param>
/// <param name="Batch">Images in the minibatch.</param>
/// <param name="Task">What it was built for.</param>
/// <param name="Single">Values in single precision, where they were recorded.</param>
/// <param name="Double">Values in double precision, where they were recorded.</param>
internal sealed record GoldenNetwork(
    string Name,
    string Space,
    string Text,
    int Batch,
    ImageTask Task,
    JsonElement? Single,
    JsonElement? Double
)
{
    public Architecture Architecture => SearchSpaces.Named(Space).Parse(Text);

    public long Macs => SearchSpaces.Named(Space).Macs(Architecture, Task);

    public override string ToString() => Name;
}
