using TorchSharp;

namespace ZcBench.Torch.Tests;

public sealed class LinalgTests : TorchTest
{
    private static torch.Tensor Symmetric => torch.tensor(new[,] { { 2.0, 1 }, { 1, 2 } });

    [Fact]
    public void Products_multiply_matrices()
    {
        var a = Matrix(new[,] { { 1.0, 2 }, { 3, 4 } });
        Equals([7, 10, 15, 22], a.mm(a));
        Equals([7, 10, 15, 22], torch.matmul(a, a));
        Equals([7, 10, 15, 22], torch.mm(a, a));
        Equals([7, 10, 15, 22, 7, 10, 15, 22], torch.bmm(torch.stack([a, a]), torch.stack([a, a])));
        Equals([5, 11], a.matmul(Vector(1, 2)));
        Equals([7, 10, 15, 22], torch.einsum("ij,jk->ik", a, a));
    }

    [Fact]
    public void Slogdet_of_a_singular_matrix_is_zero_and_minus_infinity()
    {
        var (sign, log) = torch.linalg.slogdet(Matrix(new[,] { { 1.0, 2 }, { 2, 4 } }));
        Assert.Equal(0, sign.item<double>());
        Assert.Equal(double.NegativeInfinity, log.item<double>());
    }

    [Fact]
    public void Slogdet_splits_a_determinant_into_sign_and_logarithm()
    {
        var (sign, log) = torch.linalg.slogdet(Matrix(new[,] { { 0.0, 2 }, { 2, 0 } }));
        Assert.Equal(-1, sign.item<double>());
        Assert.Equal(Math.Log(4), log.item<double>(), 12);
        Equals([3], torch.linalg.det(Symmetric), 1e-12);
    }

    [Fact]
    public void Eigenvalues_ascend_and_singular_values_descend()
    {
        Equals([1, 3], torch.linalg.eigvalsh(Symmetric), 1e-12);
        Equals([3, 1], torch.linalg.svdvals(Symmetric), 1e-12);
        var (values, vectors) = torch.linalg.eigh(Symmetric);
        var back = vectors * values;
        Equals([2, 1, 1, 2], back.mm(vectors.t()), 1e-12);
    }

    [Fact]
    public void One_triangle_is_read()
    {
        var lower = Matrix(new[,] { { 2.0, 100 }, { 1, 2 } });
        Equals([1, 3], torch.linalg.eigvalsh(lower, 'L'), 1e-12);
        Equals([1, 3], torch.linalg.eigvalsh(lower.t(), 'U'), 1e-12);
        Assert.Throws<ArgumentException>(() => torch.linalg.eigvalsh(lower, 'X'));
    }

    [Fact]
    public void Cholesky_and_inverse_give_the_matrix_back()
    {
        var l = torch.linalg.cholesky(Symmetric);
        Equals([2, 1, 1, 2], l.mm(l.t()), 1e-12);
        Equals([1, 0, 0, 1], Symmetric.mm(torch.linalg.inv(Symmetric)), 1e-12);
    }

    [Fact]
    public void Norms_of_vectors_and_matrices()
    {
        Equals([Math.Sqrt(10)], torch.linalg.norm(Symmetric), 1e-12);
        Equals([Math.Sqrt(5), Math.Sqrt(5)], torch.linalg.norm(Symmetric, [1L]), 1e-12);
        Equals([Math.Sqrt(10)], torch.linalg.matrix_norm(Symmetric), 1e-12);
        Equals([4], torch.linalg.matrix_norm(Symmetric, "nuc"), 1e-12);
    }
}
