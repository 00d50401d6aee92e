using System.Text.Json;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Steps;
using ZcBench.Training;

namespace ZcBench.Supernets.Searches;

/// <summary>A search between two epochs as a file, so that it can go on after it was stopped.</summary>
internal static class StateFile
{
    private const string Text = "state";

    public static void Write(string file, SearchState state)
    {
        var tensors = state.Subs.Index().SelectMany(item => Named(item.Index, item.Item.Sub));
        var kept = new Kept(
            state.Epoch,
            state.Cost,
            [.. state.Subs.Select(item => new KeptSub(item.Name, Rows(item.Sub.Live)))],
            [.. state.Readings]
        );
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Text] = JsonSerializer.Serialize(kept),
        };
        TensorFile.Write(file, tensors, texts);
    }

    public static SearchState Read(string file, torch.Device device)
    {
        var (tensors, texts) = TensorFile.Read(file);
        using (tensors)
        {
            var kept = JsonSerializer.Deserialize<Kept>(texts[Text])!;
            var state = new SearchState { Epoch = kept.Epoch, Cost = kept.Cost };
            foreach (var reading in kept.Readings)
            {
                state.Readings.Add(reading);
            }

            state.Replace(kept.Subs.Select((sub, i) => (sub.Name, Sub(i, sub, tensors, device))).ToList());
            return state;
        }
    }

    private static IEnumerable<KeyValuePair<string, Tensor>> Named(int i, SubSupernet sub) =>
        Parts(sub)
            .SelectMany(part =>
                part.Tensors.Names.Select(name =>
                    KeyValuePair.Create($"{i}/{part.Name}/{name}", part.Tensors[name])
                )
            );

    private static IEnumerable<(string Name, NamedTensors Tensors)> Parts(SubSupernet sub) =>
        [
            ("trained", sub.Weights.Trained),
            ("running", sub.Weights.Running),
            ("architecture", sub.Architecture),
            ("momenta", sub.Momenta),
            ("moments", sub.Moments),
        ];

    private static SubSupernet Sub(int i, KeptSub kept, NamedTensors tensors, torch.Device device)
    {
        var live = LiveOperations.Where(
            kept.Live.Count,
            kept.Live[0].Count,
            (edge, operation) => kept.Live[edge][operation]
        );
        var weights = SupernetWeights.Of(Part("trained", isTrained: true), Part("running"));
        return new(live, weights, Part("architecture", isTrained: true), Part("momenta"), Part("moments"));

        NamedTensors Part(string name, bool isTrained = false)
        {
            var (part, prefix) = (new NamedTensors(), $"{i}/{name}/");
            foreach (
                var full in tensors.Names.Where(full => full.StartsWith(prefix, StringComparison.Ordinal))
            )
            {
                var isCount = full.EndsWith(".steps", StringComparison.Ordinal);
                part.Set(
                    full[prefix.Length..],
                    Placed(tensors[full], isCount ? torch.CPU : device, isTrained)
                );
            }

            return part;
        }
    }

    private static Tensor Placed(Tensor kept, torch.Device device, bool isTrained)
    {
        using var moved = kept.to(device, copy: true);
        var placed = moved.ndim == 4 ? Proxies.Networks.Placement.Laid(moved) : moved.clone();
        return placed.requires_grad_(isTrained);
    }

    private static List<List<bool>> Rows(LiveOperations live) =>
        [
            .. Enumerable
                .Range(0, live.Edges)
                .Select(edge =>
                    Enumerable.Range(0, live.Operations).Select(operation => live[edge, operation]).ToList()
                ),
        ];

    private sealed record Kept(
        int Epoch,
        SearchCost Cost,
        IReadOnlyList<KeptSub> Subs,
        IReadOnlyList<Reading> Readings
    );

    private sealed record KeptSub(string Name, IReadOnlyList<IReadOnlyList<bool>> Live);
}
