using System.Text.Json;
using ZcBench.Benchmarks;

namespace ZcBench.Imports.Nds;

/// <summary>One training of NDS's files.</summary>
/// <param name="Genotype">JSON of the cells.</param>
/// <param name="Size">Channels of the first cells and number of cells.</param>
/// <param name="Errors">Top-1 test error in percent after each epoch; NaN where the loss diverged.</param>
/// <param name="Parameters">As the file counts them; null where it does not.</param>
/// <param name="Flops">As the file counts them; null where it does not.</param>
internal sealed record NdsRecord(
    string Genotype,
    NetworkSize Size,
    IReadOnlyList<double> Errors,
    double? Parameters,
    double? Flops
)
{
    /// <summary>Reads "net" {"genotype", "width", "depth"}, "test_ep_top1", "params" and "flops".</summary>
    /// <exception cref="UserError">One of the first four is missing or of another kind.</exception>
    public static NdsRecord Of(JsonElement record, int index, string path)
    {
        var net = Member(record, "net", JsonValueKind.Object);
        if (!net.TryGetProperty("genotype", out _))
        {
            throw new UserError(
                $"{path}: the network of record {index} has no genotype, "
                    + "so the file is of a part of NDS without cells; "
                    + "of NDS's files those named DARTS are read"
            );
        }

        var errors = Member(record, "test_ep_top1", JsonValueKind.Array);
        return errors.GetArrayLength() > 0
            ? new(
                Member(net, "genotype", JsonValueKind.Object).GetRawText(),
                new(Whole("width"), Whole("depth")),
                [.. errors.EnumerateArray().Select(Number)],
                Optional("params"),
                Optional("flops")
            )
            : throw Fault("'test_ep_top1' holds no epoch");

        JsonElement Member(JsonElement parent, string name, JsonValueKind kind) =>
            parent.ValueKind == JsonValueKind.Object
            && parent.TryGetProperty(name, out var member)
            && member.ValueKind == kind
                ? member
                : throw Fault(
                    $"'{name}' is missing or no {(kind == JsonValueKind.Array ? "list" : "object")}"
                );

        int Whole(string name) =>
            net.TryGetProperty(name, out var member)
            && member.ValueKind == JsonValueKind.Number
            && member.TryGetInt32(out var number)
                ? number
                : throw Fault($"'{name}' of its network is missing or no whole number");

        double? Optional(string name) =>
            record.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number
                ? member.GetDouble()
                : null;

        UserError Fault(string what) =>
            new($"{path}: record {index} is not laid out as NDS's: {what}; fetch the file again");
    }

    private static double Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number ? element.GetDouble() : double.NaN;
}
