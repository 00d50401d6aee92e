using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Eigenvalues of the channel covariance of each stage, the stem first.</summary>
/// <param name="Eigenvalues">
/// [stages][channels], not negative: what rounding pushes below zero is zero.
/// </param>
public sealed record StageSpectra(IReadOnlyList<double[]> Eigenvalues)
{
    /// <summary>Eigenvalues of each stage's channel covariance.</summary>
    public static Need<StageSpectra> Need { get; } =
        new("stage_spectra", "eigenvalues of the stages' channel covariances", [StageValues.Need], Run)
        {
            Passes = 0.2,
            HoldsLargest = 10,
        };

    private static IReadOnlyList<StageSpectra> Run(Session session)
    {
        using var gradients = torch.no_grad();
        var stages = session.Get(StageValues.Need)[0];
        var members = session.Blueprints.Select(_ => new List<double[]>()).ToList();
        for (var stage = 0; stage < stages.Count; stage++)
        {
            foreach (var (step, value) in stages.Of(stage))
            {
                foreach (var (slot, spectrum) in step.Slots.Zip(Spectra(value, step.Slots.Length)))
                {
                    members[slot.Member].Add(spectrum);
                }
            }
        }

        return [.. members.Select(spectra => new StageSpectra(spectra))];
    }

    /// <summary>
    /// Of a value [N, G·C, H, W] the spectra of its G parts: rows are pixels of all samples, columns
    /// channels.
    /// </summary>
    internal static IEnumerable<double[]> Spectra(Tensor value, int slots)
    {
        using var scope = torch.NewDisposeScope();
        var channels = (int)value.shape[1] / slots;
        var rows = PixelRows.Of(value.detach(), slots);
        var centred = rows.sub(rows.mean([1], keepdim: true));
        var covariance = Numbers.Wide(centred.transpose(1, 2).bmm(centred)).div(Scalars.Of(rows.shape[1]));
        var eigenvalues = Numbers.All(torch.linalg.eigvalsh(covariance));
        return eigenvalues.Select(eigenvalue => Math.Max(0, eigenvalue)).Chunk(channels);
    }
}
