using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Singular values of a Fisher matrix of the parameters of <see cref="LogitJacobian"/>.</summary>
/// <param name="Values">Ascending; null where there are none.</param>
/// <param name="Reason">Why there are none.</param>
public sealed record FisherSpectrum(IReadOnlyList<double>? Values, string Reason = "")
{
    // The probabilities of VKDNW's code add up to 1.0002: with many classes that leaves less than nothing for
    // the last ones, of which there is no root.
    private const string NotFinite = "the Fisher matrix has values that are not finite";

    /// <summary>Of mean_n J_nᵀ (diag π_n − π_n π_nᵀ) J_n.</summary>
    public static Need<FisherSpectrum> OfPaper { get; } =
        new(
            "fisher_spectrum",
            "eigenvalues of the Fisher matrix",
            [LogitJacobian.Need],
            session => Run(session, (one, j) => LogitFisher.Exact(one.shape[^1]).Of(one, j))
        );

    /// <summary>Of the matrix of VKDNW's code.</summary>
    public static Need<FisherSpectrum> OfCode { get; } =
        new(
            "fisher_spectrum_code",
            "eigenvalues of the matrix that VKDNW's code takes for it",
            [LogitJacobian.Need],
            session => Run(session, (one, j) => LogitFisher.Half(one.shape[^1]).Swapped(one, j))
        );

    // Networks with equally many parameters at once.
    private static IReadOnlyList<FisherSpectrum> Run(Session session, Func<Tensor, Tensor, Tensor> matrix)
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var jacobians = session.Get(LogitJacobian.Need);
        var spectra = new FisherSpectrum[jacobians.Count];
        foreach (var group in jacobians.Index().GroupBy(item => item.Item.Values.shape[2]))
        {
            int[] members = [.. group.Select(item => item.Index)];
            double[][] values =
            [
                .. group.Key == 0
                    ? members.Select(_ => Array.Empty<double>())
                    : Eigenvalues([.. group.Select(item => item.Item)], matrix).Chunk((int)group.Key),
            ];
            foreach (var (member, own) in members.Zip(values))
            {
                spectra[member] =
                    !session.Blueprints[member].ReachesLogits(0) ? new(null, Unreached.Reason)
                    : own.Length == 0 ? new(null, "the network has no parameters")
                    : own.Any(double.IsNaN) ? new(null, NotFinite)
                    : new([.. own.Select(Math.Abs).Order()]);
            }
        }

        return spectra;
    }

    // NaN for a matrix that has no eigenvalues.
    private static double[] Eigenvalues(
        IReadOnlyList<LogitJacobian> group,
        Func<Tensor, Tensor, Tensor> matrix
    )
    {
        var matrices = matrix(
            torch.stack([.. group.Select(one => one.Logits)]),
            torch.stack([.. group.Select(one => one.Values)])
        );
        var isFinite = matrices.isfinite().flatten(1).all(1, keepdim: true);
        var values = torch.linalg.eigvalsh(torch.nan_to_num(matrices, nan: 0, posinf: 0, neginf: 0));
        return Numbers.All(values.where(isFinite, torch.full_like(values, Scalars.Of(double.NaN))));
    }
}
