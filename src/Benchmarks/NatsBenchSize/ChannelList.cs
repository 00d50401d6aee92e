using System.Collections.Immutable;
using System.Globalization;

namespace ZcBench.Benchmarks.NatsBenchSize;

/// <summary>The channels of a network's five layers, as "8:16:24:32:64".</summary>
/// <param name="channels">In the order of the layers.</param>
internal sealed class ChannelList(ImmutableArray<int> channels)
{
    /// <summary>Number of layers.</summary>
    public const int Layers = 5;

    private const char Separator = ':';

    /// <summary>The numbers of channels that a layer may have: 8, 16, ..., 64.</summary>
    public static ImmutableArray<int> Choices { get; } = [8, 16, 24, 32, 40, 48, 56, 64];

    /// <summary>In the order of the layers.</summary>
    public ImmutableArray<int> Channels => channels;

    /// <summary>The numbers joined by colons.</summary>
    public string Text =>
        string.Join(Separator, channels.Select(count => count.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads five numbers joined by colons.</summary>
    /// <exception cref="UserError">It is something else.</exception>
    public static ChannelList Parse(string text)
    {
        var parts = text.Split(Separator);
        var numbers = parts
            .Select(part =>
                int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0
            )
            .ToImmutableArray();
        if (numbers.Length != Layers)
        {
            throw Fault($"it has {numbers.Length} numbers and not {Layers}");
        }

        var wrong = numbers.IndexOf(numbers.FirstOrDefault(count => !Choices.Contains(count), -1));
        return wrong < 0
            ? new(numbers)
            : throw Fault(
                $"number {wrong + 1} is '{parts[wrong]}' and not one of {string.Join(", ", Choices)}"
            );

        UserError Fault(string what) =>
            new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{text}' is not an architecture of NATS-Bench's size space: {what}; "
                        + $"write the channels of five layers, as 8:16:24:32:64"
                )
            );
    }
}
