using ZcBench.Benchmarks.Randomness;
using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Tests.Kernels;

public sealed class PatchProductsTests
{
    private const int Samples = 3;

    public static TheoryData<int, int, int, int, int> Layers { get; } =
        new()
        {
            { 3, 16, 8, 8, 1 },
            { 16, 16, 6, 5, 1 },
            { 20, 8, 4, 4, 1 },
            { 16, 32, 8, 8, 2 },
            { 32, 64, 2, 2, 2 },
            { 64, 64, 1, 1, 1 },
        };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Rows_are_the_gradients_of_each_sample_in_double_precision(
        int channels,
        int outChannels,
        int height,
        int width,
        int stride
    ) => Check<double, DoubleMultiplyAdd>(channels, outChannels, height, width, stride, 1e-12);

    [Theory]
    [MemberData(nameof(Layers))]
    public void Rows_are_the_gradients_of_each_sample_in_single_precision(
        int channels,
        int outChannels,
        int height,
        int width,
        int stride
    ) => Check<float, SingleMultiplyAdd>(channels, outChannels, height, width, stride, 1e-5);

    [Fact]
    public void The_number_of_threads_changes_no_bit() =>
        Assert.Equal(
            Rows<float, SingleMultiplyAdd>(16, 16, 6, 5, 1, threads: 1),
            Rows<float, SingleMultiplyAdd>(16, 16, 6, 5, 1, threads: 3)
        );

    [Theory]
    [InlineData(3, 1, 16, true)]
    [InlineData(3, 1, 12, false)]
    [InlineData(1, 0, 16, false)]
    [InlineData(3, 0, 16, false)]
    public void Only_padded_3x3_layers_of_whole_tiles_are_covered(
        int kernel,
        int padding,
        int outChannels,
        bool covered
    ) => Assert.Equal(covered, PatchProducts.Covers(kernel, padding, outChannels));

    private static void Check<T, TArithmetic>(
        int channels,
        int outChannels,
        int height,
        int width,
        int stride,
        double tolerance
    )
        where T : unmanaged, System.Numerics.INumber<T>
        where TArithmetic : struct, IMultiplyAdd<T>
    {
        var (outHeight, outWidth) = ((height - 1) / stride + 1, (width - 1) / stride + 1);
        var (input, gradient) = Values<T>(channels, outChannels, height, width, outHeight, outWidth);
        var rows = Rows<T, TArithmetic>(channels, outChannels, height, width, stride, threads: 2);
        var lanes = rows.Length / Samples / (9 * outChannels);
        for (var n = 0; n < Samples; n++)
        {
            foreach (
                var (i, o, j, c) in from i in Enumerable.Range(0, 3)
                from o in Enumerable.Range(0, outChannels)
                from j in Enumerable.Range(0, 3)
                from c in Enumerable.Range(0, lanes)
                select (i, o, j, c)
            )
            {
                var expected = c < channels ? ByHand(n, i, o, j, c) : 0;
                var actual = double.CreateChecked(
                    rows[(((n * 3 + i) * outChannels + o) * 3 + j) * lanes + c]
                );
                Assert.Equal(expected, actual, tolerance * outHeight * outWidth);
            }
        }

        double ByHand(int n, int i, int o, int j, int c)
        {
            var sum = 0.0;
            for (var y = 0; y < outHeight; y++)
            {
                for (var x = 0; x < outWidth; x++)
                {
                    var (h, w) = (y * stride + i - 1, x * stride + j - 1);
                    if (h >= 0 && h < height && w >= 0 && w < width)
                    {
                        sum +=
                            double.CreateChecked(
                                gradient[((n * outHeight + y) * outWidth + x) * outChannels + o]
                            ) * double.CreateChecked(input[((n * height + h) * width + w) * channels + c]);
                    }
                }
            }

            return sum;
        }
    }

    private static T[] Rows<T, TArithmetic>(
        int channels,
        int outChannels,
        int height,
        int width,
        int stride,
        int threads
    )
        where T : unmanaged, System.Numerics.INumber<T>
        where TArithmetic : struct, IMultiplyAdd<T>
    {
        var (outHeight, outWidth) = ((height - 1) / stride + 1, (width - 1) / stride + 1);
        var (input, gradient) = Values<T>(channels, outChannels, height, width, outHeight, outWidth);
        var products = new PatchProducts(
            (channels, height, width),
            (outChannels, outHeight, outWidth),
            stride
        );
        var rows = new T[Samples * products.RowLength<T>()];
        products.Compute<T, TArithmetic>(input, gradient, rows, threads);
        return rows;
    }

    private static (T[] Input, T[] Gradient) Values<T>(
        int channels,
        int outChannels,
        int height,
        int width,
        int outHeight,
        int outWidth
    )
        where T : System.Numerics.INumber<T>
    {
        var random = new CounterRandom(0, "tests/patches");
        var count = Samples * height * width * channels;
        return (
            [.. Enumerable.Range(0, count).Select(i => T.CreateChecked(random.Normal(i)))],
            [
                .. Enumerable
                    .Range(count, Samples * outHeight * outWidth * outChannels)
                    .Select(i => T.CreateChecked(random.Normal(i))),
            ]
        );
    }
}
