namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Eigenvalues of the channel covariance of each stage, the stem first.</summary>
/// <param name="Eigenvalues">
/// [stages][channels], not negative: what rounding pushes below zero is zero.
/// </param>
public sealed record StageSpectra(IReadOnlyList<double[]> Eigenvalues)
{
    internal static StageSpectra Run(Session session)
    {
        var stages = session.Get(Needs.Forward).Stages;
        using var gradients = torch.no_grad();
        return new([.. stages.Select(Spectrum)]);
    }

    // Rows are pixels of all samples, columns channels.
    private static double[] Spectrum(Tensor stage)
    {
        using var scope = torch.NewDisposeScope();
        var rows = stage.detach().permute(0, 2, 3, 1).reshape(-1, stage.shape[1]);
        var centred = rows.sub(rows.mean([0], keepdim: true));
        var covariance = Numbers.Wide(centred.t().mm(centred)).div(rows.shape[0]);
        return [.. Numbers.All(torch.linalg.eigvalsh(covariance.cpu())).Select(value => Math.Max(0, value))];
    }
}
